from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from competitions.models import Correction, Entrant, JudgeAssignment, Mark, Result
from tests.competitions.factories import DAY, enter, make_competition, make_event, make_judge, mark
from tests.factories import make_person


def refused(make, *args, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(*args, **values)


@pytest.mark.parametrize(
    "values",
    [
        {"title_en": ""},
        {"kind": "watched"},
        {"level": "galactic"},
        {"state": "lost"},
        {"to_date": date(2021, 5, 11)},
        {"held_on": DAY},
        {"state": "held", "held_on": None},
        {"state": "closed", "closed_on": None},
        {"state": "closed", "closed_on": date(2021, 5, 11)},
        {"state": "cancelled", "cancelled_on": None},
    ],
    ids=str,
)
def test_a_competition_that_cannot_be(studio, values):
    refused(make_competition, studio, **values)


@pytest.mark.parametrize(
    "values",
    [
        {"title_en": ""},
        {"form": "crowd"},
        {"state": "lost"},
        {"held_on": DAY},
        {"state": "held", "held_on": None},
        {"state": "locked", "locked_on": None},
        {"state": "locked", "locked_on": date(2021, 5, 11)},
        {"state": "published", "published_on": None},
        {"state": "published", "published_on": date(2021, 5, 11)},
        {"state": "cancelled", "cancelled_on": None},
        {"enter_until": date(2021, 5, 13)},
    ],
    ids=str,
)
def test_an_event_that_cannot_be(ours, values):
    refused(make_event, ours, **values)


def test_a_person_competes_once_and_judges_once_in_an_event(held, judge):
    person = make_person(held.studio)
    first, second = enter(held, person), enter(held)
    shared = {"studio": held.studio, "event": held}
    refused(Entrant.objects.create, entry=second, person=person, **shared)
    refused(Entrant.objects.create, entry=first, **shared)
    refused(Entrant.objects.create, entry=first, person=make_person(held.studio), guest="Both", **shared)
    refused(JudgeAssignment.objects.create, person=judge, **shared)
    enter(held, team="Pumps")
    refused(enter, held, team="Pumps")


@pytest.mark.parametrize(
    "values", [{"score": 101}, {"score": -1}, {"rank": 0}, {"award": "gold", "rank": 1}, {"award": "first"}], ids=str
)
def test_a_mark_that_cannot_be(held, values):
    refused(mark, enter(held), **{"score": 80, **values})


def test_an_entry_has_one_mark_and_one_result(held, judge):
    entry = enter(held)
    mark(entry, 80, judge)
    refused(mark, entry, 90, judge)
    Result.objects.create(studio=held.studio, entry=entry, rank=1)
    refused(Result.objects.create, studio=held.studio, entry=entry, rank=2)


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"score": 101},
        {"rank": 0},
        {"award": "gold", "awarded_on": DAY},
        {"award": "first"},
        {"rank": 1, "awarded_on": DAY},
        {"expert_level": "provincial"},
        {"expert_level": "somewhere", "awarded_on": DAY},
        {"basis": "marks", "rank": 1},
        {"basis": "marks", "award": "first", "awarded_on": DAY, "score": 90},
        {"basis": "rumour", "rank": 1},
    ],
    ids=str,
)
def test_a_result_that_cannot_be(held, values):
    refused(Result.objects.create, studio=held.studio, entry=enter(held), **values)


def correction(entry, judge, **values):
    given = {"old_score": Decimal(80), "new_score": Decimal(81), "proposed_on": DAY, "reason": "Read wrongly"}
    return Correction.objects.create(studio=entry.studio, entry=entry, proposed_by=judge, **{**given, **values})


@pytest.mark.parametrize(
    "values",
    [
        {"new_score": Decimal(80)},
        {"old_score": None, "new_score": None},
        {"new_score": Decimal(101)},
        {"state": "accepted"},
        {"decided_on": DAY},
        {"state": "lost"},
    ],
    ids=str,
)
def test_a_correction_that_cannot_be(held, judge, values):
    refused(correction, enter(held), judge, **values)


def test_a_correction_takes_a_second_person_and_comes_alone(held, judge):
    entry = enter(held)
    refused(correction, entry, judge, state="accepted", decided_by=judge, decided_on=DAY)
    correction(entry, judge)
    refused(correction, entry, judge)
    correction(entry, judge, state="rejected", decided_by=make_judge(held), decided_on=DAY)


def test_marks_have_a_history(held, judge):
    made = mark(enter(held), 80, judge)
    made.score = 81
    made.save()
    assert [row.score for row in Mark.history.filter(id=made.pk)] == [81, 80]
