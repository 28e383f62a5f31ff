"""Addresses of a studio's pages."""

from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse

MARK = 987654321012345678


def studio_reverse(studio, name: str, **kwargs) -> str:
    """The address of a page of ``studio``; ``studio`` is the record or its slug."""
    slug = getattr(studio, "slug", studio)
    if kwargs:
        return reverse(name, kwargs={"studio": slug, **kwargs})
    return _plain(get_urlconf() or settings.ROOT_URLCONF, get_script_prefix(), slug, name)


@lru_cache(maxsize=4096)
def _plain(_urlconf, _prefix, slug: str, name: str) -> str:
    """Remembered, because every page shows the same thirty: its menu."""
    return reverse(name, kwargs={"studio": slug})


def link_maker(studio, name: str):
    """A function from primary key to address that reverses once, however many rows follow."""
    before, after = studio_reverse(studio, name, pk=MARK).split(str(MARK))
    return lambda pk: f"{before}{pk}{after}"
