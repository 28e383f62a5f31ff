"""Write and seal audit rows."""

import hashlib
import json

from django.db import transaction

from studio.audit.models import AuditRow

GENESIS = "0" * 64


def record(actor, verb: str, obj=None, *, studio=None, reason: str = "", **facts) -> AuditRow:
    """Note that ``actor`` (a person or ``None``) did ``verb`` to ``obj``.

    ``facts`` hold ids, states, keys and counts as plain JSON values, never names or other personal values.
    """
    studio_id = studio.pk if studio else getattr(obj, "studio_id", None)
    return AuditRow.objects.create(
        actor_id=getattr(actor, "pk", None),
        studio_id=studio_id,
        verb=verb,
        object_type=obj._meta.label_lower if obj is not None else "",
        object_id=str(obj.pk) if obj is not None else "",
        reason=reason,
        facts=facts,
    )


def digest(previous: str, row: AuditRow) -> str:
    """SHA-256 over the previous hash and the row's content as canonical JSON."""
    body = json.dumps(row.content(), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()


def seal() -> int:
    """Chain every row that has no place yet, in the order of insertion; returns how many."""
    with transaction.atomic():
        chained = AuditRow.objects.exclude(sequence=None).order_by("-sequence").select_for_update()
        last = chained.first()
        sequence, previous = (last.sequence, last.hash) if last else (0, GENESIS)
        rows = list(AuditRow.objects.filter(sequence=None).order_by("pk").select_for_update())
        for row in rows:
            sequence += 1
            row.sequence, row.hash = sequence, digest(previous, row)
            previous = row.hash
        AuditRow.objects.bulk_update(rows, ["sequence", "hash"], batch_size=200)
    return len(rows)


def first_broken() -> AuditRow | None:
    """The first sealed row whose content no longer matches the chain, or ``None``."""
    previous, expected = GENESIS, 1
    for row in AuditRow.objects.exclude(sequence=None).order_by("sequence").iterator():
        if row.sequence != expected or row.hash != digest(previous, row):
            return row
        previous, expected = row.hash, expected + 1
    return None
