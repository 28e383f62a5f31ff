import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.periods import InvalidPeriod, Period

days = st.dates(date(2060, 1, 1), date(2120, 12, 31))


@pytest.mark.parametrize(
    ("text", "start", "end", "kind"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31), "year"),
        ("2021-H2", date(2021, 7, 1), date(2021, 12, 31), "half"),
        ("2021-Q1", date(2021, 1, 1), date(2021, 3, 31), "quarter"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("2021-01-05..2021-02-06", date(2021, 1, 5), date(2021, 2, 6), "dates"),
        (" 2021 ", date(2021, 1, 1), date(2021, 12, 31), "year"),
    ],
)
def test_reads_what_people_write(text, start, end, kind):
    period = Period.of(text)
    assert (period.start, period.end, period.kind) == (start, end, kind)
    assert Period.of(period.key) == period


@pytest.mark.parametrize(
    "text",
    ["", "21", "2021-13", "2021-00", "2021-Q5", "2021-H3", "2021-02-30..2021-03-01", "2021-03-01..2021-02-01",
     "0001", "9999", "٢٠٢١", "2021-1", "x" * 5000, "2021..2022"],
)  # fmt: skip
def test_refuses_what_is_no_period(text):
    with pytest.raises(InvalidPeriod) as refusal:
        Period.of(text)
    assert len(str(refusal.value)) < 200


def test_an_end_before_the_start_is_named():
    with pytest.raises(InvalidPeriod, match="ends before it starts"):
        Period.between("2021-05-02", "2021-05-01")


@pytest.mark.parametrize(
    ("text", "before"),
    [("2021", "2020"), ("2021-H1", "2020-H2"), ("2021-Q1", "2020-Q4"), ("2021-03", "2021-02"), ("2021-01", "2020-12")],
)
def test_previous_is_the_same_kind_just_before(text, before):
    assert Period.of(text).previous() == Period.of(before)


@given(days, days)
def test_months_cover_the_period_without_gap_or_overlap(one, other):
    period = Period(min(one, other), max(one, other))
    months = period.months()
    assert months[0].start == period.start
    assert months[-1].end == period.end
    assert all((b.start - a.end).days == 1 for a, b in itertools.pairwise(months))


@given(days, days)
def test_previous_of_two_dates_has_the_same_length(one, other):
    period = Period(min(one, other), max(one, other))
    before = period.previous()
    assert (period.start - before.end).days == 1
    if period.kind == "dates":
        assert before.end - before.start == period.end - period.start


def test_key_reads_back():
    for text in ("2021", "2021-H1", "2021-Q4", "2021-12", "2021-01-02..2021-12-31"):
        assert Period.of(text).key == text
