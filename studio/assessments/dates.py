"""Days of which the year may be unknown."""

from datetime import date

from django.db import models
from django.db.models import Case, CharField, F, Q, Value, When
from django.db.models.functions import Cast, Concat, LPad
from django.utils.translation import gettext as _

DAYS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


def is_day_of_some_year() -> Q:
    """Database check: ``month``, perhaps with ``day``, of some year (29 February included)."""
    short = Q()
    for month, last in DAYS.items():
        short &= ~Q(month=month) | Q(day__isnull=True) | Q(day__lte=last)
    return Q(month__isnull=False, month__range=(1, 12)) & (Q(day__isnull=True) | Q(day__range=(1, 31))) & short


def day_words(held_on: date | None, month: int | None, day: int | None) -> str:
    """``2021-10-28``, ``10-28 (year not recorded)``, or "no date recorded"."""
    if held_on:
        return held_on.isoformat()
    if month is None:
        return _("no date recorded")
    known = f"{month:02}" if day is None else f"{month:02}-{day:02}"
    return _("%(day)s (year not recorded)") % {"day": known}


def date_text() -> Case:
    """The same words made by the database, so that a list can show them."""

    def padded(name):
        return LPad(Cast(F(name), CharField()), 2, Value("0"))

    before, after = (Value(part) for part in _("%(day)s (year not recorded)").split("%(day)s"))
    return Case(
        When(held_on__isnull=False, then=Cast("held_on", CharField())),
        When(month__isnull=True, then=Value(_("no date recorded"))),
        When(day__isnull=True, then=Concat(before, padded("month"), after)),
        default=Concat(before, padded("month"), Value("-"), padded("day"), after),
        output_field=models.CharField(),
    )
