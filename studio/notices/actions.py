"""Tell people something, and note that they have read it."""

from django.utils import timezone

from studio.notices.models import Notice
from studio.notices.registry import kinds


def notify(person, kind: str, *, studio, key: str, params: dict | None = None, url: str = "") -> None:
    """Tell ``person`` once: a second call with the same ``key`` changes nothing, also when both race.

    ``params`` are plain JSON values for the sentence of ``kind``. People who may not sign in are told all the same.
    """
    if kind not in kinds:
        raise LookupError(f"no notice {kind!r} is declared")
    notice = Notice(person=person, studio=studio, kind=kind, params=params or {}, url=url, key=key)
    Notice.objects.bulk_create([notice], ignore_conflicts=True)


def mark_read(notices) -> int:
    """Note that the unread ones of this query set were read now; returns how many."""
    return notices.unread().update(read_at=timezone.now())
