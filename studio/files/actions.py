"""Add a file to a record, retire one, and clear away what a crash left."""

import errno

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.files import store
from studio.files.checks import check
from studio.files.errors import FileRefused
from studio.files.kinds import FileKind, kinds_of
from studio.files.models import Attachment
from studio.organisation.access import refusal

DAY = 24 * 60 * 60
SHARDS = 256


def of(owner):
    """The attachments of ``owner`` in force, newest first."""
    return Attachment.objects.of(owner).in_force()


def attach(owner, kind: str, source, by, name: str | None = None) -> Attachment:
    """Add ``source`` (an upload, or the path of a file, which is copied) to ``owner`` as ``kind``.

    Raises ``Refused`` with a reason for people. The same file under the same name is attached once.
    """
    rule = rule_of(owner, kind)
    if not rule.made_here:
        require(by, owner, rule)
    try:
        with store.received(source, rule.max_bytes) as file:
            name = str(name or getattr(source, "name", ""))
            media_type = check(file.path, name, rule)
            return _keep(owner, kind, rule, file, by, original_name=name, detected_type=media_type)
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise Refused(_("The disk is full, nothing was kept. Tell an administrator."), 507) from error


def _keep(owner, kind: str, rule: FileKind, file: store.Received, by, **described) -> Attachment:
    with transaction.atomic():
        type(owner)._base_manager.select_for_update().get(pk=owner.pk)  # counts are decided one after the other
        present = of(owner).filter(kind=kind)
        same = present.filter(sha256=file.sha256, original_name=described["original_name"]).first()
        if same:
            return same
        if present.count() >= rule.max_count:
            raise FileRefused(
                _("There are %(count)d files of this kind already. Retire one first.") % {"count": rule.max_count}
            )
        attachment = Attachment.objects.create(
            studio=owner.studio,
            owner_type=owner._meta.label_lower,
            owner_id=owner.pk,
            kind=kind,
            random_name=file.keep(),
            size=file.size,
            sha256=file.sha256,
            by=by,
            **described,
        )
        audit(by, "file.attach", attachment, owner=attachment.owner_type, owner_id=owner.pk, kind=kind)
    return attachment


def retire(attachment: Attachment, owner, by, reason: str) -> None:
    """Take an attachment out of use. Its content stays, for whoever has to look back."""
    require(by, owner, rule_of(owner, attachment.kind))
    if why := getattr(owner, "why_locked", lambda person: None)(by):
        raise Refused(why)  # what was submitted or decided stays with the files it was decided on
    reason = reason.strip()
    if not reason or len(reason) > 400:
        raise Refused(_("Give a reason of at most 400 characters; it is kept with the file."), 400)
    with transaction.atomic():
        in_force = Attachment.objects.in_force().filter(pk=attachment.pk)
        if not in_force.update(retired_at=timezone.now(), retired_by=by, retired_reason=reason):
            raise Refused(_("This file was retired already."))
        audit(by, "file.retire", attachment, reason=reason)


def rule_of(owner, kind: str) -> FileKind:
    """The declared limits; a kind that the owner does not declare is refused."""
    rule = kinds_of(owner).get(kind)
    if rule is None:
        raise FileRefused(_("Files of this kind are not taken here."))
    return rule


def require(person, owner, rule: FileKind) -> None:
    """Adding and retiring ask the same right of the owner's area, and that the person may read such files."""
    for permission in filter(None, (f"{owner.area}.{rule.verb}", rule.seen_by)):
        if not person.has_perm(permission, owner):
            raise Refused(refusal(permission), 403)


def sweep_unowned() -> int:
    """Delete files that a crash left without a row; one of 256 folders per minute, so each comes up within hours."""
    shard = f"{minute() % SHARDS:02x}"
    old = {path.name: path for path in store.aged(store.root() / shard, DAY)}
    owned = set(Attachment.objects.filter(random_name__in=old).values_list("random_name", flat=True))
    left = [path for name, path in old.items() if name not in owned] + store.aged(store.root() / "incoming", DAY)
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)


def minute() -> int:
    """Minutes since 1970: which folder's turn it is."""
    return int(timezone.now().timestamp() / 60)
