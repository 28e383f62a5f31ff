"""Single-use links by which people set their first password, or a new one after they forgot theirs."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import segno
from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.organisation import guards
from studio.organisation.models import Invitation, Person
from studio.organisation.sessions import end_sessions

VALID_FOR = timedelta(days=7)


@dataclass(frozen=True)
class Link:
    """A link as it exists only at the moment of its making: afterwards nobody can show it again."""

    person: Person
    secret: str
    expires_at: datetime

    @property
    def url(self) -> str:
        """The address to open."""
        return settings.SITE_URL.rstrip("/") + reverse("entry:invitation", kwargs={"secret": self.secret})

    @property
    def qr_code(self) -> str:
        """The link as a picture for the printed sheet."""
        return segno.make(self.url).svg_data_uri(scale=4, border=2)


@transaction.atomic
def invite(person: Person, by: Person | None, *, studio=None) -> Link:
    """Make a link for ``person``; earlier ones end. ``by`` None is the command line. Raises ``Refused``."""
    if why := guards.why_not_invite(by, person):
        raise Refused(why)
    now = timezone.now()
    person.invitations.filter(used_at=None, expires_at__gt=now).update(expires_at=now)
    secret = secrets.token_urlsafe(32)
    link = Link(person, secret, now + VALID_FOR)
    Invitation.objects.create(person=person, secret_hash=hashed(secret), made_by=by, expires_at=link.expires_at)
    audit(by, "person.invite", person, studio=studio)
    return link


def hashed(secret: str) -> str:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def find(secret: str) -> Invitation:
    """The open invitation behind ``secret``; raises ``Refused`` with what to do instead."""
    found = Invitation.objects.select_related("person").filter(secret_hash=hashed(secret)).first()
    if found is None or not found.person.is_active:
        raise Refused(_("This link leads nowhere. Check that it is complete, or ask for a new one."), 404)
    if found.used_at:
        raise Refused(_("This link was used already. Sign in with the password you set."), 410)
    if found.expires_at <= timezone.now():
        raise Refused(_("This link is no longer valid. Ask for a new one."), 410)
    return found


@transaction.atomic
def accept(secret: str, password: str) -> Person:
    """Set the password and end older sessions. One wins with a link; raises ``Refused`` for anybody after."""
    invitation = find(secret)
    now = timezone.now()
    if not Invitation.objects.filter(pk=invitation.pk, used_at=None, expires_at__gt=now).update(used_at=now):
        raise Refused(_("This link was used already. Sign in with the password you set."), 410)
    person = Person.objects.select_for_update().get(pk=invitation.person_id)
    person.set_password(password)
    person.save(update_fields=["password"])
    end_sessions(person)
    audit(person, "person.set_password", person)
    return person


def mail(link: Link) -> None:
    """Send the link in the person's language."""
    with translation.override(link.person.language or settings.LANGUAGE_CODE):
        text = _(
            "%(name)s, you have an account in Innovation Studio.\n\n"
            "Sign-in name: %(login)s\n"
            "Set your password here, once, until %(until)s:\n%(url)s\n"
        ) % {
            "name": link.person,
            "login": link.person.login,
            "until": timezone.localtime(link.expires_at).strftime("%Y-%m-%d %H:%M"),
            "url": link.url,
        }
        send_mail(_("Your account in Innovation Studio"), text, None, [link.person.email])
