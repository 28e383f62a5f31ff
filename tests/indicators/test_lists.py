"""Every figure opens a list of exactly its rows."""

from random import Random

import pytest
from django.urls import resolve, reverse
from django.utils.html import escape

from studio.core.periods import Period
from studio.indicators.engine import compute, rows
from studio.indicators.links import figure_url
from studio.indicators.registry import figures
from tests.factories import make_discipline, make_person, make_studio
from tests.indicators import oracle

oracle.load()
YEAR = Period.year(2021)


@pytest.mark.parametrize("key", list(figures.keys()))
def test_the_list_of_a_figure_holds_the_records_it_counts(key):
    counted = figures[key].counted
    assert counted.list, "a number without its rows"
    page = resolve(reverse(counted.list, kwargs={"studio": "any"})).func.view_class
    assert page.record_model() is counted.model


@pytest.mark.django_db
def test_every_link_opens_the_rows_and_says_the_value(client):
    studio, disciplines = make_studio(), [make_discipline()]
    for make in oracle.worlds:
        make(studio, disciplines, Random(1))
    client.force_login(make_person(studio, "lead"))
    table = compute(studio, YEAR)
    for figure in figures:
        url = figure_url(figure.key, studio, YEAR, reported=-1)
        response = client.get(url)
        assert response.status_code == 200, url
        page = response.content.decode()
        for text in (figure.label, figure.definition, table.value(figure.key).text, "-1"):
            assert escape(str(text)) in page, (text, url)
        assert pks(response.context["selection"].rows) == pks(rows(figure.key, studio, YEAR)), url


def pks(found):
    return set(found.values_list("pk", flat=True))
