"""Addresses of a studio's pages."""

from django.urls import reverse

MARK = 987654321012345678


def studio_reverse(studio, name: str, **kwargs) -> str:
    """The address of a page of ``studio``; ``studio`` is the record or its slug."""
    return reverse(name, kwargs={"studio": getattr(studio, "slug", studio), **kwargs})


def link_maker(studio, name: str):
    """A function from primary key to address that reverses once, however many rows follow."""
    before, after = studio_reverse(studio, name, pk=MARK).split(str(MARK))
    return lambda pk: f"{before}{pk}{after}"
