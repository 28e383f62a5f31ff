"""Attachments on a record's page; adding and fetching are the files app's."""

from studio.files.actions import of
from studio.files.kinds import kinds_of
from studio.kit.addresses import studio_reverse


def attached(record, person, editable: bool) -> dict:
    """The record's files that ``person`` may read, and for whoever may edit what kinds can be added and where to."""
    kinds = kinds_of(record)
    closed = [key for key, kind in kinds.items() if not kind.open_to(person, record)]
    files = list(of(record).exclude(kind__in=closed).select_related("by"))
    for file in files:
        file.url = file.get_absolute_url()
    open_kinds = [(key, kind.label) for key, kind in kinds.items() if not kind.made_here and key not in closed]
    upload = studio_reverse(record.studio, "files:upload", owner_type=record._meta.label_lower, owner_id=record.pk)
    return {"files": files, "kinds": open_kinds if editable else [], "upload_url": upload}
