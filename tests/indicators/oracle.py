"""What each figure should be, said a second time in plain Python.

Apps add to it in ``tests/<app>/oracles.py``:

* ``@world`` on ``make(studio, disciplines, random)``: fills a studio with records of those models at random;
* ``@oracle("key")`` on ``answer(records, period, as_of, of)``: the value and the records behind it. ``records(Model)``
  gives the studio's records of a model, ``of(discipline_id)`` tells whether a record of that discipline is wanted.

An oracle reads attributes of records. It never uses a query, the engine, or the declaration of the figure.
"""

from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

oracles = {}
worlds = []
TESTS = Path(__file__).parent.parent


def oracle(key):
    def remember(answer):
        assert key not in oracles, f"two oracles for {key}"
        oracles[key] = answer
        return answer

    return remember


def world(make):
    worlds.append(make)
    return make


def load():
    """Import the oracles of every app that has some."""
    for folder in sorted(path.name for path in TESTS.iterdir() if path.is_dir()):
        if find_spec(f"tests.{folder}") and find_spec(f"tests.{folder}.oracles"):
            import_module(f"tests.{folder}.oracles")


def within(day, period, as_of):
    """Whether a flow's date counts: in the period, and not after the cut-off."""
    return day is not None and period.start <= day <= period.end and day <= as_of


def in_force(start, end, period, as_of):
    """Whether something from ``start`` to ``end`` holds on the day a stock is taken."""
    day = min(period.end, as_of)
    return start is not None and start <= day and (end is None or day <= end)


def any_day(random, first, last, empty=0.0):
    """A random day between two dates; nothing now and then."""
    if random.random() < empty:
        return None
    return type(first).fromordinal(random.randint(first.toordinal(), last.toordinal()))


def share(part, whole):
    """In percent with six decimals, halves up, by whole numbers alone; no data without a whole."""
    return Decimal((part * 1_000_000_000 // whole + 5) // 10) / 1_000_000 if whole else None
