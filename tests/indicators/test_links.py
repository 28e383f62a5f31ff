from datetime import date
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import RequestFactory

from studio.core.periods import Period
from studio.indicators.links import BadFigureQuery, FigureQuery, figure_url
from tests.factories import make_discipline, make_studio
from tests.indicators.factories import ALL_OF_THEM, declared, make_figure

YEAR = Period.year(2021)
GOOD = {"figure": "test.levels", "from": "2021-01-01", "to": "2021-12-31"}

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.indicators.urls")]


@pytest.fixture(autouse=True)
def _figures():
    with declared(*ALL_OF_THEM):
        yield


def read(**query):
    return FigureQuery.from_request(RequestFactory().get("/", query))


def read_url(url):
    return FigureQuery.from_request(RequestFactory().get(url))


def test_a_link_names_the_window_and_the_cut_off():
    url = urlsplit(figure_url("test.levels", make_studio(slug="abc"), YEAR))
    assert url.path == "/s/abc/levels/"
    assert {name: found[0] for name, found in parse_qs(url.query).items()} == GOOD | {"as_of": "2021-12-31"}


@pytest.mark.parametrize("reported", [Decimal("41.50"), 0, None])
def test_a_link_reads_back_as_what_it_was_made_from(reported):
    discipline, as_of = make_discipline(), date(2022, 3, 31)
    url = figure_url("test.share", make_studio(), YEAR, discipline, as_of, reported=reported)
    found = read_url(url)
    assert (found.figure.key, found.period, found.discipline) == ("test.share", YEAR, discipline)
    assert (found.as_of, found.was_reported, found.reported) == (as_of, True, reported)


def test_a_discipline_may_be_given_by_key_or_number():
    discipline = make_discipline(key="hydraulic")
    for written in ("hydraulic", str(discipline.pk)):
        assert read(**GOOD, discipline=written).discipline == discipline
    assert read(**GOOD, discipline="cross").discipline == "cross"
    assert read(**GOOD, discipline="").discipline is None


def test_the_cut_off_is_the_last_day_unless_given():
    assert read(**GOOD).as_of == date(2021, 12, 31)
    assert not read(**GOOD).was_reported


def test_an_address_without_a_figure_asks_for_none():
    assert read(discipline="x") is None


def test_a_figure_without_a_list_has_no_link():
    with declared(make_figure("test.unlisted", list="")):
        assert figure_url("test.unlisted", make_studio(), YEAR) == ""


@pytest.mark.parametrize(
    ("parameter", "text"),
    [
        ("figure", "test.nothing"),
        ("figure", ""),
        ("figure", "x" * 10_000),
        ("from", ""),
        ("from", "2021-02-30"),
        ("from", "0001-01-01"),
        ("from", "yesterday"),
        ("to", "2020-12-31"),
        ("to", "99999-01-01"),
        ("discipline", "nothing"),
        ("discipline", "9" * 40),
        ("discipline", "٣"),
        ("discipline", "-1"),
        ("as_of", "2021-13-01"),
        ("as_of", "2020-12-31"),
        ("reported", "many"),
        ("reported", "NaN"),
        ("reported", "1e999999"),
        ("reported", "9" * 10_000),
    ],
)
def test_bad_input_is_refused_by_the_name_of_its_parameter(parameter, text):
    with pytest.raises(BadFigureQuery) as refused:
        read(**GOOD | {parameter: text})
    assert refused.value.parameter == parameter
    assert refused.value.text
    assert len(refused.value.text) < 200
