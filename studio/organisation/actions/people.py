"""People and their accounts."""

from django.db import transaction
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.core.text import fold_number
from studio.organisation import guards
from studio.organisation.models import Person, Studio
from studio.organisation.sessions import end_sessions


@transaction.atomic
def add_person(actor: Person, studio: Studio, **values) -> Person:
    """A new person of the studio's company, without password until invited."""
    person = Person(company=studio.company, **values)
    person.login = person.login or free_login(studio.company, person)
    person.set_unusable_password()
    person.save()
    audit(actor, "create", person, studio=studio)
    return person.in_studio(studio)


def free_login(company, person: Person) -> str:
    """Company code and employee number; where that is taken or there is no number, the next free running number."""
    number = fold_number(person.employee_number)
    wanted = f"{company.code}-{number}".lower() if number else ""
    if wanted and not Person.objects.filter(login__iexact=wanted).exists():
        return wanted
    taken = set(Person.objects.filter(login__istartswith=f"{company.code}-p").values_list("login", flat=True))
    return next(login for login in (f"{company.code}-p{n:04}" for n in range(1, 10**6)) if login not in taken)


@transaction.atomic
def change_person(person: Person, actor: Person, **values) -> Person:
    """Change what is known about a person; what leads to the account needs the right over the account."""
    changed = sorted(name for name, value in values.items() if getattr(person, name) != value)
    if set(changed) & guards.ACCOUNT_FIELDS:
        _refuse(guards.why_not_change_account(actor, person))
    for name in changed:
        setattr(person, name, values[name])
    if changed:
        person.save()
        audit(actor, "change", person, studio=person.studio, fields=changed)
    return person


@transaction.atomic
def set_active(person: Person, actor: Person | None, *, is_active: bool, reason: str = "") -> Person:
    """Allow or forbid signing in. Forbidding ends all sessions at once; they do not come back with the permission."""
    if actor and actor.pk == person.pk:
        raise Refused(_("Nobody does this to the own account."))
    _refuse(guards.why_not_change_account(actor, person))
    if not is_active and person.is_staff:
        _refuse(guards.why_not_last_administrator(person))
    if person.is_active != is_active:
        person.is_active = is_active
        person.save()
        audit(actor, "person.enable" if is_active else "person.disable", person, studio=person.studio, reason=reason)
    if not is_active:
        end_sessions(person)
    return person


@transaction.atomic
def set_administrator(person: Person, actor: Person | None, value: bool) -> Person:
    """Give or take the administrator flag; nobody does it to themselves, and one administrator stays."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.is_staff == value:
        return person
    if actor and (actor.pk == person.pk or not actor.is_staff):
        raise Refused(_("Only another administrator does this."), 403)
    if not value:
        _refuse(guards.why_not_last_administrator(person))
    person.is_staff = value
    person.save()
    audit(actor, "administrator.give" if value else "administrator.take", person)
    return person


def reveal(person: Person, actor: Person, studio: Studio) -> dict[str, str]:
    """The full contacts of ``person``, for whoever may have them; each time is an audit row."""
    if not guards.may_reveal(actor, studio, person):
        raise Refused(_("Only the studio lead, the office and the person see these."), 403)
    audit(actor, "person.reveal", person, studio=studio, fields=list(guards.CONTACTS))
    return {name: getattr(person, name) for name in guards.CONTACTS}


def _refuse(why: str | None) -> None:
    if why:
        raise Refused(why)
