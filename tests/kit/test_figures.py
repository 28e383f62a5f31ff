"""A list opened from a figure."""

import pytest

from tests.factories import make_person
from tests.training.factories import attend, make_course, make_session

SESSIONS = "/s/here/training/sessions/"
ATTENDANCE = "/s/here/training/attendance/"
WINDOW = {"figure": "training.sessions_held", "from": "2021-01-01", "to": "2021-12-31"}


@pytest.fixture
def sessions(studio):
    course = make_course(studio, title_en="Inside")
    outside = make_course(studio, title_en="Outside")
    make_session(outside)
    make_session(outside, state="held", held_on="2020-12-31")
    return [make_session(course, state="held", held_on=f"2021-0{n}-01") for n in (1, 2, 3)]


def test_it_shows_exactly_the_rows_with_value_and_definition(sign_in, office, sessions):
    response = sign_in(office).get(SESSIONS, WINDOW)
    banner = response.context["banner"]
    page = response.content.decode()
    assert banner["value"].value == 3 and str(banner["figure"].definition) in page
    assert "Inside" in page and "Outside" not in page
    assert response.context["scope"].query == "?period=2021"


@pytest.mark.parametrize(("reported", "said"), [("41", "reported 41, now 3"), ("3", "as reported")])
def test_it_tells_what_a_report_said(sign_in, office, sessions, reported, said):
    page = sign_in(office).get(SESSIONS, WINDOW | {"reported": reported}).content.decode()
    assert said in page


def test_filters_narrow_further(sign_in, office, sessions):
    response = sign_in(office).get(SESSIONS, WINDOW | {"state": "closed"})
    assert "Inside" not in response.content.decode() and response.context["banner"]["value"].value == 3


@pytest.mark.parametrize(
    "wrong",
    [{"from": "2021-02-30"}, {"from": "x"}, {"to": ""}, {"as_of": "2020-01-01"}, {"reported": "many"}],
)
def test_a_window_that_cannot_be_read_is_told(sign_in, office, sessions, wrong):
    response = sign_in(office).get(SESSIONS, WINDOW | wrong)
    assert response.status_code == 200 and len(response.context["selection"].errors) == 1
    assert "Outside" in response.content.decode()


def test_a_figure_of_other_records_is_told(sign_in, office, sessions):
    response = sign_in(office).get(SESSIONS, WINDOW | {"figure": "training.person_times"})
    assert "counts other records" in response.context["selection"].errors[0]


def test_rows_behind_totals_stay_closed(sign_in, studio, sessions):
    attend(sessions[0], status="present")
    finance = make_person(studio, "finance")
    query = WINDOW | {"figure": "training.person_times"}
    assert sign_in(finance).get(ATTENDANCE, query).status_code == 403
