"""The studio's table of a period, kept for a minute: one look into the cache instead of a query per model."""

import datetime
from hashlib import sha256

from django.core.cache import cache
from django.utils import timezone

from studio.core.periods import Period

from .engine import compute
from .registry import figures
from .table import Table

SECONDS = 60


def table(studio, period: Period, *, as_of=None, months=()) -> Table:
    """Every figure of ``studio`` with the period before and the trends ``months``; never older than a minute."""
    trends = tuple(figures.keys() if months is True else months or ())
    key, forgotten = _key(studio, period, as_of, trends), _forgotten(studio)
    found = cache.get_many([key, forgotten])
    kept = found.get(key)
    since = max(found.get(forgotten, _ago(SECONDS)), _ago(SECONDS))
    if kept is not None and kept.computed_at > since:
        return kept
    fresh = compute(studio, period, as_of=as_of, previous=True, months=trends)
    cache.set(key, fresh, SECONDS)
    return fresh


def forget(studio) -> None:
    """Have everything of the studio computed afresh, what is being computed this moment included."""
    cache.set(_forgotten(studio), timezone.now(), SECONDS)


def _ago(seconds: int) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(seconds=seconds)


def _forgotten(studio) -> str:
    return f"figures:{studio.pk}:forgotten"


def _key(studio, period: Period, as_of, trends: tuple[str, ...]) -> str:
    """Another set of figures, as after an update, is another entry."""
    asked = "|".join((str(as_of or ""), *trends, "", *figures.keys()))
    return f"figures:{studio.pk}:{period.start}:{period.end}:{sha256(asked.encode()).hexdigest()[:16]}"
