"""What the database refuses, and dates without a year."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from studio.assessments.models import Visit
from tests.assessments.factories import make_action, make_comment, make_request, make_visit
from tests.factories import make_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_studio()


@pytest.mark.parametrize(
    "values",
    [
        {"month": 10, "day": 28},
        {"held_on": None, "month": 13},
        {"held_on": None, "month": 2, "day": 30},
        {"held_on": None, "month": 4, "day": 31},
        {"held_on": None, "day": 5},
        {"kind": "birthday"},
        {"assessed_by_en": ""},
    ],
)
def test_impossible_visits(studio, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_visit(studio, **values)


def test_a_visit_without_year_says_what_is_known(studio):
    make_visit(studio, held_on=None, month=10, day=28)
    make_visit(studio, held_on=None, month=2, day=29)
    make_visit(studio, held_on=None)
    make_visit(studio, held_on=date(2021, 5, 20))
    words = [visit.date_words for visit in Visit.objects.order_by("pk")]
    assert words == ["10-28 (year not recorded)", "02-29 (year not recorded)", "no date recorded", "2021-05-20"]
    assert list(Visit.objects.with_date_text().order_by("pk").values_list("date_text", flat=True)) == words
    assert Visit.objects.undated().count() == 3


@pytest.mark.parametrize(
    "values",
    [
        {"kind": "praise", "raised_on": date(2021, 1, 1)},
        {"kind": "question", "closed_on": date(2021, 1, 1)},
        {"kind": "request", "raised_on": date(2021, 2, 1), "closed_on": date(2021, 1, 31)},
        {"kind": "shout"},
    ],
)
def test_impossible_comments(studio, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_comment(make_visit(studio), **values)


@pytest.mark.parametrize(
    "values",
    [
        {"state": "done"},
        {"state": "open", "done_on": date(2021, 6, 1)},
        {"state": "verified", "done_on": date(2021, 6, 1), "closed_on": date(2021, 6, 2)},
        {"state": "sleeping"},
        {"title_en": ""},
    ],
)
def test_impossible_actions(studio, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_action(make_request(make_visit(studio)), **values)
