"""The home page: every number is a figure, with a link for whoever may see its rows."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disciplines.models import Discipline
from studio.core.periods import Period
from studio.home.overview import Headline
from studio.indicators.access import Shown
from studio.indicators.registry import figures
from studio.indicators.table import FigureValue
from studio.organisation.models import Honour
from tests.factories import join_group, make_group, make_leader, make_person, make_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    cache.clear()
    studio = make_studio(shown_year=2021)
    Honour.objects.create(studio=studio, title_en="National studio", level="national", year=2020)
    for discipline in Discipline.objects.all():
        group = make_group(studio, discipline)
        for _each in range(3):
            join_group(group, make_person(studio, "member"))
    return studio


def open_home(client, person, studio, **query):
    client.force_login(person)
    return client.get(reverse("home:home", kwargs={"studio": studio.slug}), query)


def headline(page, label: str) -> str:
    """The markup of the headline figure called ``label``."""
    found = re.search(
        rf'<li class="home-headline">\s*<span[^>]*>{label}[^<]*</span>.*?</li>', page.content.decode(), re.S
    )
    return found.group(0) if found else ""


def test_members_link_to_exactly_their_rows(client, studio):
    page = open_home(client, make_person(studio, "lead"), studio)
    shown = headline(page, "Members")
    assert ">12</a>" in shown
    address = re.search(r'href="([^"]+)"', shown).group(1).replace("&amp;", "&")
    assert client.get(address).status_code == 200


def test_the_studios_own_year_comes_first_and_the_address_decides(client, studio):
    lead = make_person(studio, "lead")
    assert b'class="home-period">2021' in open_home(client, lead, studio).content
    assert b'class="home-period">2020' in open_home(client, lead, studio, period="2020").content


def test_change_is_told_against_the_period_before(client, studio):
    group = make_group(studio, Discipline.objects.create(key="fifth", name_en="Fifth", sign="F", order=9,
                                                         color_light="#111111", color_dark="#eeeeee"))  # fmt: skip
    for _each in range(2):
        join_group(group, make_person(studio, "member"), from_date=date(2021, 3, 1))
    shown = headline(open_home(client, make_person(studio, "lead"), studio), "Members")
    assert ">14</a>" in shown
    assert "▲ 2" in shown


@pytest.mark.parametrize(("before", "direction"), [("20.04", "same"), ("19.9", "up"), ("20.1", "down")])
def test_a_change_that_reads_as_nothing_has_no_direction(before, direction):
    day = date(2021, 12, 31)
    value = FigureValue("training.pass_rate", Decimal("20.0"), Period.year(2021), day, previous=Decimal(before))
    assert Headline(Shown(value), None).direction == direction


def test_a_fifth_discipline_is_a_record_and_a_row(client, studio):
    Discipline.objects.create(
        key="analytics", name_en="Process analytics", sign="P", order=9, color_light="#111111", color_dark="#eeeeee"
    )
    page = open_home(client, make_person(studio, "lead"), studio)
    assert b"Process analytics" in page.content
    assert b".d-analytics" in client.get(reverse("discipline_colours")).content


def test_honours_in_force_on_the_last_day(client, studio):
    lead = make_person(studio, "lead")
    assert b"National studio" in open_home(client, lead, studio).content
    assert b"National studio" not in open_home(client, lead, studio, period="2019").content


@pytest.mark.parametrize(
    "query",
    [
        {"period": "2021-02-30..2021-03-01"},
        {"period": "2021-05-01..2021-04-01"},
        {"discipline": "plumbing"},
        {"period": "x" * 3000},
    ],
)
def test_nonsense_in_the_address_is_named_and_the_page_stays(client, studio, query):
    page = open_home(client, make_person(studio, "lead"), studio, **query)
    assert page.status_code == 200
    assert b'role="alert"' in page.content


@pytest.mark.parametrize("period", ["1949", "2199", "2021-Q3", "2021-01-05..2021-02-06"])
def test_any_period_opens(client, studio, period):
    assert open_home(client, make_person(studio, "lead"), studio, period=period).status_code == 200


@pytest.mark.parametrize("discipline", ["rotating", "cross"])
def test_one_discipline_alone(client, studio, discipline):
    page = open_home(client, make_person(studio, "lead"), studio, discipline=discipline)
    assert page.content.count(b'<th scope="row">') >= 1
    assert b"Whole studio" not in page.content


def test_numbers_without_rows_are_bare_for_an_assessor(client, studio):
    shown = headline(open_home(client, make_person(studio, "assessor"), studio), "Benefit confirmed")
    assert shown
    assert "<a " not in shown


def test_a_participant_gets_own_tasks_and_no_figures(client, studio):
    page = open_home(client, make_person(studio), studio)
    assert page.status_code == 200
    assert b"home-headline" not in page.content


def test_a_stranger_gets_the_same_404_as_for_no_studio(client, studio):
    client.force_login(make_person(make_studio(), "lead"))
    assert client.get(reverse("home:home", kwargs={"studio": studio.slug})).status_code == 404
    assert client.get("/s/no-such-studio/").status_code == 404


def test_cold_takes_ten_queries_and_one_per_model_and_warm_eight(client, studio):
    client.force_login(make_leader(make_group(studio, Discipline.objects.first(), to_date=date(2030, 1, 1))))
    address = reverse("home:home", kwargs={"studio": studio.slug})
    with CaptureQueriesContext(connection) as cold:
        client.get(address)
    with CaptureQueriesContext(connection) as warm:
        client.get(address)
    models = {figure.model for figure in figures if figure.model}
    # Where the cache is a table of the database, its own statements come on top when the picture is stored.
    asked = [query for query in cold if "cache_entries" not in query["sql"] and "SAVEPOINT" not in query["sql"]]
    assert len(asked) <= 10 + len(models)
    assert len(warm) <= 8


def test_tasks_are_fetched_by_the_page_and_stand_alone(client, studio):
    lead = make_person(studio, "lead")
    page = open_home(client, lead, studio)
    address = reverse("home:tasks", kwargs={"studio": studio.slug})
    assert address.encode() in page.content
    assert b"<html" in client.get(address).content
    assert b"<html" not in client.get(address, headers={"HX-Request": "true"}).content


def aspect(page, key: str) -> str:
    """The markup of an assessed aspect's card."""
    found = re.search(rf'<section[^>]*aria-labelledby="aspect-{key}-title">.*?</section>', page.content.decode(), re.S)
    return found.group(0) if found else ""


def test_the_assessed_aspects_show_their_figures_with_rows_and_trend(client, studio):
    shown = aspect(open_home(client, make_person(studio, "lead"), studio), "transformation")
    assert "figure=innovations.transformation_rate" in shown
    assert shown.count("<tr>") == 1 + 12, "the chart's table: its head and a row a month"


def test_an_aspect_is_bare_or_absent_as_its_area_says(client, studio):
    shown = aspect(open_home(client, make_person(studio, "assessor"), studio), "transformation")
    assert "figure=innovations.transformation_rate" in shown
    assert "figure=innovations.benefit_confirmed" not in shown


def test_trends_by_discipline_have_a_page_that_keeps_period_and_discipline(client, studio):
    page = open_home(client, make_person(studio, "lead"), studio, period="2020", discipline="rotating")
    address = re.search(r'class="home-more" href="([^"]+)"', page.content.decode()).group(1).replace("&amp;", "&")
    assert address.endswith("/trends/?period=2020&discipline=rotating")
    trends = client.get(address)
    assert trends.status_code == 200
    assert trends.content.count(b"data-chart") == len(trends.context["charts"]) >= 2
    assert {len(chart["series"]) for chart in trends.context["charts"]} == {1}
