"""Every registered figure against a second, plain Python answer over records made at random."""

from datetime import date
from decimal import Decimal
from random import Random

import pytest
from django.db import transaction

from studio.core.periods import Period
from studio.indicators.engine import compute, rows
from studio.indicators.registry import CountDistinct, figures
from tests.factories import make_discipline, make_studio
from tests.indicators import oracle

oracle.load()

PERIODS = [("2021", None), ("2021-Q2", None), ("2020-H2", None), ("2021-03", None), ("2020-11-15..2021-02-20", None)]
CUT_OFFS = [("2021", date(2021, 8, 20)), ("2021", date(2022, 6, 30)), ("2021-Q1", date(2021, 12, 31))]


SEEDS = [pytest.param(seed, marks=pytest.mark.xdist_group(f"oracles {seed}")) for seed in range(2)]


@pytest.fixture(scope="module", params=SEEDS)
def filled(request, django_db_setup, django_db_blocker):
    """A studio full of records, beside another one whose records must not count; made once for all tests of a seed."""
    with django_db_blocker.unblock(), transaction.atomic():
        disciplines = [make_discipline() for _number in range(3)]
        made = make_studio(), make_studio()
        for number, one in enumerate(made):
            for make in oracle.worlds:
                make(one, disciplines, Random(100 * request.param + number))
        made[0].disciplines, made[0].known = disciplines, {}
        yield made[0]
        transaction.set_rollback(True)


@pytest.fixture
def studio(filled, db):
    return filled


def test_every_figure_has_an_oracle():
    assert set(oracle.oracles) >= set(figures.keys())


def answer(studio, key, period, as_of, wanted):
    """The oracle's value and rows; ``wanted`` is all, cross, or a discipline's id."""

    def records(model):
        if model not in studio.known:
            everything = model._base_manager.select_related()
            studio.known[model] = [record for record in everything if record.studio_id == studio.pk]
        return studio.known[model]

    def of(discipline_id):
        return wanted == "all" or discipline_id == (None if wanted == "cross" else wanted)

    value, found = oracle.oracles[key](records, period, as_of or period.end, of)
    return value, {record.pk for record in found}


def test_values_and_rows_agree_with_the_oracles(studio):
    for text, as_of in PERIODS + CUT_OFFS:
        period = Period.of(text)
        table = compute(studio, period, as_of=as_of, previous=True)
        for key in list(figures.keys()):
            for wanted in ("all", "cross", *(discipline.pk for discipline in studio.disciplines)):
                asked = key, wanted, text, as_of
                value, found = answer(studio, key, period, as_of, wanted)
                shown = table.value(key, wanted)
                assert exactly(shown.value) == exactly(value), asked
                assert set(rows(key, studio, period, wanted, as_of).values_list("pk", flat=True)) == found, asked
                if as_of is None:
                    before, _rows = answer(studio, key, period.previous(), None, wanted)
                    assert exactly(shown.previous) == exactly(before), (asked, "previous")


def test_the_points_of_a_trend_agree_with_the_oracles(studio):
    period = Period.year(2021)
    table = compute(studio, period, months=True)
    for key in list(figures.keys()):
        values = [point.value for point in table.trend(key)]
        expected = [answer(studio, key, month, period.end, "all")[0] for month in period.months()]
        assert list(map(exactly, values)) == list(map(exactly, expected)), key


def test_a_figure_is_the_count_or_the_sum_of_its_rows(studio):
    period = Period.year(2021)
    table = compute(studio, period)
    for figure in figures:
        found = list(rows(figure.key, studio, period))
        value = table.value(figure.key)
        if figure.is_ratio or isinstance(figure.measure, CountDistinct):
            continue
        if found and hasattr(found[0], "contribution"):
            assert value.value == sum(row.contribution or 0 for row in found), figure.key
        elif value.value is not None:
            assert value.value == len(found), figure.key


def test_columns_add_up_unless_things_are_counted_once(studio):
    table = compute(studio, Period.year(2021))
    for figure in figures:
        if figure.is_ratio or isinstance(figure.measure, CountDistinct):
            continue
        columns = [table.value(figure.key, place).value for place in ("cross", *studio.disciplines)]
        assert (table.value(figure.key).value or 0) == sum(column or 0 for column in columns), figure.key


def exactly(value):
    """Numbers compare by their exact decimal value: a float would show."""
    assert value is None or isinstance(value, int | Decimal)
    return None if value is None else Decimal(value)


def test_there_is_something_to_count(studio):
    """An oracle over an empty world would agree with anything."""
    table = compute(studio, Period.year(2021))
    assert [key for key in figures.keys() if not table.value(key).value] == []  # noqa: SIM118 (a registry)
