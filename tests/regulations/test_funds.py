"""Funds and spends: two people for every sum, never more than is left."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import IntegrityError, connections, transaction
from django.utils import timezone

from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.core.periods import Period
from studio.indicators.engine import compute
from studio.notices.models import Notice
from studio.regulations import actions
from studio.regulations.flows import fund_flow, spend_flow
from studio.regulations.models import Fund, Spend, SpendCategory
from studio.regulations.todo import funds_to_open, spends_to_approve
from tests.factories import make_person, make_studio
from tests.regulations.factories import DAY, make_fund, make_spend
from tests.training.test_race import real_database  # noqa: F401  (a fixture)

TODAY = timezone.localdate()
YEAR = Period.year(2021)


@pytest.fixture
def fund(studio, people):
    return make_fund(studio, recorder=people["office"], opened_by=people["finance"])


def spend_values(fund, **values):
    category = SpendCategory.objects.get(key="research")
    values = {"voucher": "pz 2021－１", "spent_on": DAY, "amount": Decimal("12.34"), "purpose": "Rig", **values}
    return {"fund": fund, "category": category, "beneficiary": None, **values}


def test_a_fund_is_opened_by_somebody_else(studio, people):
    fund = make_fund(studio, state="draft", recorder=people["lead"])
    with pytest.raises(Refused, match="You recorded this fund"):
        fund_flow.go(fund, "open", people["lead"], opened_on=DAY)
    with pytest.raises(Refused, match="Only these roles"):
        fund_flow.go(fund, "open", people["office"], opened_on=DAY)
    opened = fund_flow.go(fund, "open", people["finance"], opened_on=DAY)
    assert (opened.state, opened.opened_on, opened.opened_by) == ("open", DAY, people["finance"])
    assert opened.why_locked(people["office"])


def test_who_changes_a_draft_becomes_its_recorder(studio, people):
    fund = actions.change_fund(make_fund(studio, state="draft"), people["finance"], budget=Decimal(5))
    with pytest.raises(Refused, match="You recorded this fund"):
        fund_flow.go(fund, "open", people["finance"], opened_on=DAY)


def test_a_spend_is_recorded_in_one_form_and_once(studio, people, fund):
    spend = actions.record_spend(people["office"], studio, **spend_values(fund))
    assert (spend.voucher, spend.recorder, spend.state) == ("PZ2021-1", people["office"], "recorded")
    with pytest.raises(Refused, match="recorded already"):
        actions.record_spend(people["office"], studio, **spend_values(fund, voucher="PZ2021-1"))
    with pytest.raises(IntegrityError), transaction.atomic():
        make_spend(fund, voucher="PZ2021-1")
    other = make_fund(make_studio())
    assert make_spend(other, voucher="PZ2021-1").pk


@pytest.mark.parametrize("state", ["draft", "closed"])
def test_money_comes_from_open_funds_only(studio, people, state):
    with pytest.raises(Refused, match="from open funds"):
        actions.record_spend(people["office"], studio, **spend_values(make_fund(studio, state=state)))


def test_a_spend_is_approved_by_somebody_else(people, fund):
    spend = make_spend(fund, recorder=people["office"])
    approved = spend_flow.go(spend, "approve", people["finance"])
    assert (approved.state, approved.approved_on, approved.approved_by) == ("approved", TODAY, people["finance"])
    assert approved.why_locked(people["office"])


@pytest.mark.parametrize("part", ["recorder", "beneficiary"])
@pytest.mark.parametrize("role", ["finance", "lead", "admin"])
def test_nobody_approves_own_money(people, fund, part, role):
    spend = make_spend(fund, **{part: people[role]})
    with pytest.raises(Refused, match="somebody else approves it"):
        spend_flow.go(spend, "approve", people[role])
    assert spend not in spends_to_approve(people[role], fund.studio)
    columns = {"state": "approved", "approved_on": DAY, "approved_by": people[role]}
    with pytest.raises(IntegrityError), transaction.atomic():
        Spend.objects.filter(pk=spend.pk).update(**columns)


def test_who_changes_a_spend_becomes_its_recorder(people, fund):
    spend = actions.change_spend(make_spend(fund), people["finance"], **spend_values(fund))
    with pytest.raises(Refused, match="somebody else approves it"):
        spend_flow.go(spend, "approve", people["finance"])


def test_no_more_is_approved_than_is_left(people, fund):
    first, second = make_spend(fund, "60000.00"), make_spend(fund, "40000.01")
    spend_flow.go(first, "approve", people["finance"])
    with pytest.raises(Refused, match=r"has 4\.00 \(10,000 CNY\) left"):
        spend_flow.go(second, "approve", people["finance"])
    spend_flow.go(make_spend(fund, "40000.00"), "approve", people["finance"])
    assert Fund.objects.with_balance().get().balance == 0


def test_what_is_void_gives_its_money_back_but_not_its_number(people, fund):
    spend = spend_flow.go(make_spend(fund, "60000.00"), "approve", people["finance"])
    assert compute(fund.studio, YEAR).value("funds.spend").value == 60000
    void = spend_flow.go(spend, "void", people["finance"], reason="Wrong invoice")
    assert void.voided_on == TODAY and compute(fund.studio, YEAR).value("funds.spend").value == 0
    (notice,) = Notice.objects.all()
    assert notice.person == spend.recorder and "Wrong invoice" in notice.text
    spend_flow.go(make_spend(fund, "100000.00"), "approve", people["finance"])
    with pytest.raises(IntegrityError), transaction.atomic():
        make_spend(fund, voucher=spend.voucher)


def test_voiding_asks_for_a_reason_and_the_right(people, fund):
    spend = make_spend(fund)
    with pytest.raises(Refused, match="Give a reason"):
        spend_flow.go(spend, "void", people["finance"])
    with pytest.raises(Refused, match="Only these roles"):
        spend_flow.go(spend, "void", people["office"], reason="No")


def test_a_fund_closes_when_nothing_waits(people, fund):
    spend = make_spend(fund)
    with pytest.raises(Refused, match="wait for approval"):
        fund_flow.go(fund, "close", people["finance"], reason="Year is over")
    spend_flow.go(spend, "approve", people["finance"])
    closed = fund_flow.go(fund, "close", people["finance"], reason="Year is over")
    assert closed.closed_on == TODAY
    with pytest.raises(Refused, match="is closed"):
        spend_flow.go(spend, "void", people["finance"], reason="Late")


@pytest.mark.parametrize(
    "values",
    [
        {"budget": Decimal(0)},
        {"state": "open"},
        {"opened_on": DAY},
        {"year": 1900},
        {"source": "luck"},
        {"state": "closed", "closed_on": DAY},
    ],
    ids=str,
)
def test_funds_that_cannot_be(studio, values):
    fund = make_fund(studio, state="draft")
    with pytest.raises(IntegrityError), transaction.atomic():
        Fund.objects.filter(pk=fund.pk).update(**values)


@pytest.mark.parametrize(
    "values",
    [{"amount": Decimal(0)}, {"amount": Decimal(-5)}, {"state": "approved"}, {"state": "void"},
     {"approved_on": DAY}, {"voided_on": DAY}],
    ids=str,
)  # fmt: skip
def test_spends_that_cannot_be(fund, values):
    spend = make_spend(fund)
    with pytest.raises(IntegrityError), transaction.atomic():
        Spend.objects.filter(pk=spend.pk).update(**values)


def test_balance_is_budget_less_spend_of_the_funds_of_the_year(studio):
    this, last = make_fund(studio), make_fund(studio, year=2020)
    make_spend(this, "30000.00", state="approved")
    make_spend(this, "1000.00")
    make_spend(last, "500.00", state="approved")  # from last year's fund, but in this year
    table = compute(studio, YEAR)
    found = {key: table.value(f"funds.{key}").value for key in ("budget", "spend", "fund_spend", "balance")}
    assert found == {"budget": 100000, "spend": 30500, "fund_spend": 30000, "balance": 70000}
    assert table.value("funds.use_rate").text == "30.0"
    early = compute(studio, YEAR, as_of=date(2021, 2, 1))
    assert early.value("funds.balance").value == 100000


def test_tasks_of_money(studio, people, fund):
    draft = make_fund(studio, state="draft", recorder=people["lead"])
    later, earlier = make_spend(fund, recorder=people["office"]), make_spend(fund, spent_on=date(2021, 1, 20))
    assert list(spends_to_approve(people["finance"], studio)) == [earlier, later]
    assert list(funds_to_open(people["finance"], studio)) == [draft]
    assert not funds_to_open(people["lead"], studio).exists()
    assert not spends_to_approve(people["office"], studio).exists()


def test_every_move_is_noted_with_its_reason(people, fund):
    spend_flow.go(make_spend(fund), "void", people["lead"], reason="Twice")
    assert AuditRow.objects.get(verb="move.void").reason == "Twice"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_approvals_at_once_do_not_overspend(real_database):  # noqa: F811
    studio = make_studio()
    finance = make_person(studio, "finance")
    for _round in range(3):
        fund = make_fund(studio, opened_by=finance)
        spends = [make_spend(fund, "60000.00") for _number in range(4)]
        barrier = Barrier(len(spends), timeout=20)

        def ask(spend, barrier=barrier):
            barrier.wait()
            try:
                spend_flow.go(spend, "approve", finance)
            except Refused:
                return "refused"
            finally:
                connections["default"].close()
            return "approved"

        with ThreadPoolExecutor(len(spends)) as threads:
            answers = list(threads.map(ask, spends))
        assert answers.count("approved") == 1
        assert Fund.objects.with_balance().get(pk=fund.pk).balance == 40000
