from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from disciplines.models import Group, LevelRecord
from studio.core.periods import Period
from studio.indicators.applied import apply
from studio.indicators.links import BadFigureQuery, figure_url
from tests.factories import make_discipline, make_person, make_studio
from tests.indicators.factories import ALL_OF_THEM, declared, make_level

YEAR = Period.year(2021)
pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.indicators.urls")]


@pytest.fixture
def studio():
    with declared(*ALL_OF_THEM):
        yield make_studio()


def applied(studio, *link, role="lead", **more):
    request = RequestFactory().get(figure_url("test.levels", studio, YEAR, *link, **more))
    request.user = make_person(studio, role)
    return apply(request, studio)


def test_the_list_shows_exactly_the_rows(studio):
    discipline = make_discipline()
    wanted = make_level(studio, discipline=discipline)
    make_level(studio)
    make_level(studio, discipline=discipline, reached_on=date(2022, 1, 1))
    found = applied(studio, discipline)
    assert list(found.filter(LevelRecord.objects.filter(studio=studio))) == [wanted]
    assert (found.value.value, found.text, found.reported) == (1, "1", "")


def test_the_list_keeps_its_own_filters(studio):
    make_level(studio)
    assert not applied(studio).filter(LevelRecord.objects.none()).exists()


def test_what_a_report_said_stands_beside_todays_value(studio):
    make_level(studio)
    same, other, nothing = (applied(studio, reported=value) for value in (1, 41, None))
    assert (same.changed, same.text) == (False, "1")
    assert (other.changed, other.text) == (True, "reported 41, now 1")
    assert nothing.text == "reported no data, now 1"


def test_who_may_not_see_the_rows_is_refused(studio):
    with pytest.raises(PermissionDenied):
        applied(studio, role="assessor")


def test_a_list_of_other_records_refuses_the_figure(studio):
    with pytest.raises(BadFigureQuery, match="figure"):
        applied(studio).filter(Group.objects.all())


def test_no_figure_is_no_filter(studio):
    assert apply(RequestFactory().get("/"), studio) is None
