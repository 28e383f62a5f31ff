"""The studio's table of a period, kept for a minute: one look into the cache instead of a query per model."""

import datetime
from collections.abc import Callable
from hashlib import sha256
from typing import TypeVar

from django.core.cache import cache
from django.utils import timezone

from studio.core.periods import Period

from .engine import compute
from .registry import figures
from .table import Table

SECONDS = 60
Kept = TypeVar("Kept")


def table(studio, period: Period, *, as_of=None, months=()) -> Table:
    """Every figure of ``studio`` with the period before and the trends ``months``; never older than a minute."""
    trends = tuple(figures.keys() if months is True else months or ())
    name = table_name(period, as_of, trends)
    return remember(studio, name, lambda: compute(studio, period, as_of=as_of, previous=True, months=trends))


def remember(studio, name: str, build: Callable[[], Kept]) -> Kept:
    """What ``build()`` gave for ``name`` of ``studio`` less than a minute ago, in one look into the cache."""
    key, forgotten = f"figures:{studio.pk}:{name}", _forgotten(studio)
    found = cache.get_many([key, forgotten])
    built_at, kept = found.get(key, (None, None))
    since = max(found.get(forgotten, _ago(SECONDS)), _ago(SECONDS))
    if built_at is not None and built_at > since:
        return kept
    began = timezone.now()
    fresh = build()
    cache.set(key, (began, fresh), SECONDS)
    return fresh


def forget(studio) -> None:
    """Have everything of the studio computed afresh, what is being computed this moment included."""
    cache.set(_forgotten(studio), timezone.now(), SECONDS)


def _ago(seconds: int) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(seconds=seconds)


def _forgotten(studio) -> str:
    return f"figures:{studio.pk}:forgotten"


def table_name(period: Period, as_of=None, trends: tuple[str, ...] = ()) -> str:
    """Names a table in the cache. Another set of figures, as after an update, is another entry."""
    asked = "|".join((str(as_of or ""), *trends, "", *figures.keys()))
    return f"{period.start}:{period.end}:{sha256(asked.encode()).hexdigest()[:16]}"
