"""Figures over level records, declared for one test and forgotten after it."""

from contextlib import contextmanager
from datetime import date
from decimal import Decimal

from django.db.models import F, Q, Value

from disciplines.models import LevelRecord, Occupation, SkillLevel
from studio.indicators.registry import Contribution, CountDistinct, Figure, Ratio, Sum, figures
from tests.factories import make_person


@contextmanager
def declared(*items):
    """The figures ``items`` exist inside the block."""
    before = dict(figures._items)
    try:
        figures.declare(*items)
        yield figures
    finally:
        figures._items.clear()
        figures._items.update(before)


def make_figure(key="test.levels", **values) -> Figure:
    """A flow of levels reached, unless told otherwise."""
    return Figure(
        key,
        **{
            "label": "Levels reached",
            "unit": "levels",
            "definition": "Levels reached in the period.",
            "kind": "flow",
            "model": LevelRecord,
            "date": "reached_on",
            "discipline": "occupation__discipline",
            "area": "people",
            "list": "disciplines:level_list",
            **values,
        },
    )


def make_ratio(numerator: str, denominator: str, key="test.ratio", **values) -> Figure:
    return make_figure(key, **{"model": None, "date": "", "measure": Ratio(numerator, denominator)} | values)


LEVELS = make_figure()
PEOPLE = make_figure("test.people", measure=CountDistinct("person"))
STEPS = make_figure("test.steps", measure=Sum("level__step"))
HIGH = make_figure("test.high", where=Q(level__step__gte=5))
TENTHS = make_figure(
    "test.tenths",
    measure=Contribution(lambda period, as_of: F("level__step") * Value(Decimal("0.1")), places=1),
    format="hours",
    empty=True,
)
SHARE = make_ratio("test.high", "test.levels", "test.share", format="percent", unit="%")
ALL_OF_THEM = (LEVELS, PEOPLE, STEPS, HIGH, TENTHS, SHARE)
KEYS = tuple(figure.key for figure in ALL_OF_THEM)


def make_level(studio, step=4, reached_on=date(2021, 5, 1), discipline=None, person=None) -> LevelRecord:
    level, _new = SkillLevel.objects.get_or_create(step=step, defaults={"key": f"step-{step}", "name_en": f"{step}"})
    name = f"Trade {discipline}"
    occupation, _new = Occupation.objects.get_or_create(name_en=name, defaults={"discipline": discipline})
    return LevelRecord.objects.create(
        studio=studio,
        person=person or make_person(studio),
        occupation=occupation,
        level=level,
        reached_on=reached_on,
        basis=LevelRecord._meta.get_field("basis").choices[0][0],
    )
