"""How required kinds and regulations stand on a day: worked out from what was known then."""

from datetime import date

import pytest

from studio.audit.errors import Refused
from studio.core.periods import Period
from studio.indicators.engine import compute
from studio.regulations import actions
from studio.regulations.models import Regulation, RequiredKind
from tests.regulations.factories import add_review, kind, make_regulation, make_required, make_version

END_2021 = date(2021, 12, 31)


def standing(day):
    return RequiredKind.objects.with_standing(day).get().standing


@pytest.fixture
def required(studio):
    return make_required(studio)


def test_nothing_in_force_is_missing(studio, required):
    make_version(make_regulation(studio), state="draft")
    make_version(make_regulation(studio, "funds"))
    assert standing(END_2021) == "missing"


def test_in_force_counts_from_its_day_until_the_day_it_ends(studio, required):
    make_version(make_regulation(studio), state="abolished", abolished_on=date(2021, 6, 1))
    found = [standing(date(2021, 2, 28)), standing(date(2021, 3, 1)), standing(date(2021, 5, 31))]
    assert [*found, standing(date(2021, 6, 1))] == ["missing", "in_force", "in_force", "missing"]


def test_the_review_day_itself_is_not_overdue(studio, required):
    make_version(make_regulation(studio), review_due=date(2021, 6, 30))
    assert (standing(date(2021, 6, 30)), standing(date(2021, 7, 1))) == ("in_force", "overdue")


def test_a_review_held_later_does_not_mend_the_past(studio, required):
    version = make_version(make_regulation(studio), review_due=date(2021, 6, 30))
    add_review(version, date(2022, 2, 1), date(2025, 2, 1))
    assert (standing(END_2021), standing(date(2022, 2, 1))) == ("overdue", "in_force")
    assert compute(studio, Period.year(2021)).value("regulations.required_overdue").value == 1


def test_one_regulation_of_the_kind_is_enough(studio, required):
    make_version(make_regulation(studio), review_due=date(2021, 6, 30))
    make_version(make_regulation(studio))
    assert standing(END_2021) == "in_force"


def test_regulations_stand_alike(studio):
    late, fine, none = (make_regulation(studio) for _number in range(3))
    make_version(late, review_due=date(2021, 6, 30))
    make_version(fine)
    found = Regulation.objects.with_standing(END_2021).with_current().order_by("pk")
    assert [one.standing for one in found] == ["overdue", "in_force", "missing"]
    assert list(found.values_list("current__number", flat=True))[2] is None and none.pk


def test_complete_overdue_and_missing_make_up_what_is_required(studio):
    for key in ("meeting", "funds", "safety"):
        make_required(studio, key)
    make_version(make_regulation(studio, "funds"))
    make_version(make_regulation(studio, "safety"), review_due=date(2021, 6, 30))
    table = compute(studio, Period.year(2021))
    parts = [table.value(f"regulations.required_{part}").value for part in ("complete", "overdue", "missing")]
    assert parts == [1, 1, 1] and table.value("regulations.required").value == 3
    assert table.value("regulations.completeness").text == "33.3"


def test_a_kind_is_required_once_on_a_day(studio, people):
    office = people["office"]
    first = actions.require_kind(
        office, studio, kind=kind(), from_date=date(2020, 1, 1), to_date=date(2020, 12, 31), basis=""
    )
    for days in ((date(2020, 12, 31), None), (date(2019, 1, 1), date(2020, 1, 1)), (date(2019, 1, 1), None)):
        with pytest.raises(Refused, match="required on some of these days"):
            actions.require_kind(office, studio, kind=kind(), from_date=days[0], to_date=days[1], basis="")
    later = actions.require_kind(office, studio, kind=kind(), from_date=date(2021, 1, 1), to_date=None, basis="")
    with pytest.raises(Refused, match="required on some of these days"):
        actions.change_required(first, office, to_date=None)
    assert RequiredKind.objects.get(pk=first.pk).to_date == date(2020, 12, 31) and later.pk
