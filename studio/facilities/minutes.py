"""A day as a set of minutes, held in the bits of one whole number: bit 0 is 00:00 to 00:01.

Union is ``|``, what is common ``&``, what is left ``& ~``, and ``bit_count`` measures; overlaps cannot count twice.
"""

from collections.abc import Iterable
from datetime import time


def at(moment: time) -> int:
    """The minute of the day; seconds are cut off."""
    return moment.hour * 60 + moment.minute


def span(starts: time, ends: time) -> int:
    """The minutes from ``starts`` up to, not including, ``ends``."""
    first, last = at(starts), at(ends)
    return ((1 << (last - first)) - 1) << first if last > first else 0


def union(sets: Iterable[int]) -> int:
    """All minutes that lie in at least one of ``sets``."""
    found = 0
    for one in sets:
        found |= one
    return found
