"""What the database itself refuses, however a row gets there."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction

from innovations.models import AppendOnly, BenefitClaim, BenefitVerdict, InnovationKind, Proposal, Result
from tests.factories import make_person, make_studio
from tests.innovations.factories import (
    add_member,
    make_claim,
    make_project,
    make_property,
    make_proposal,
    make_result,
    make_transformation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_studio()


@pytest.fixture
def project(studio):
    return make_project(studio)


def refused(make, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make(**values)


def test_the_catalogue_of_kinds_is_there_after_migration():
    assert InnovationKind.objects.filter(family="five_small").count() == 6
    assert InnovationKind.objects.get(key="tackling").name == "技术攻关"


@pytest.mark.parametrize(
    "values",
    [
        {"title": "", "title_en": ""},
        {"state": "nonsense", "submitted_on": date(2021, 1, 1)},
        {"state": "draft", "submitted_on": date(2021, 1, 1)},
        {"state": "submitted", "submitted_on": None},
        {"state": "adopted", "decided_on": None},
        {"state": "adopted", "decided_on": date(2021, 2, 1)},
        {"state": "rejected", "decision_reason": ""},
    ],
)
def test_proposal_state_and_days_belong_together(studio, values):
    refused(make_proposal, studio=studio, **values)


def test_proposal_is_not_decided_by_its_author(studio):
    author = make_person(studio, "member")
    refused(make_proposal, studio=studio, author=author, state="adopted", decided_by=author)


@pytest.mark.parametrize(
    "values",
    [
        {"state": "approved", "started_on": date(2021, 1, 1)},
        {"state": "draft", "approved_on": date(2021, 1, 1)},
        {"state": "running", "started_on": None},
        {"state": "concluded", "concluded_on": None},
        {"state": "concluded", "concluded_on": date(2020, 12, 31)},
        {"state": "stopped", "stop_reason": ""},
        {"title_en": ""},
    ],
)
def test_project_state_and_days_belong_together(studio, values):
    refused(make_project, studio=studio, **values)


def test_project_is_not_approved_by_its_leader(studio):
    leader = make_person(studio, "member")
    refused(make_project, studio=studio, leader=leader, approved_by=leader)


@pytest.mark.parametrize("share", [Decimal(0), Decimal(-1), Decimal("100.01")])
def test_share_is_a_percentage(project, share):
    refused(add_member, project=project, share=share)


def test_person_is_in_a_team_once(project):
    member = add_member(project)
    refused(add_member, project=project, person=member.person)


@pytest.mark.parametrize(
    "values",
    [
        {"state": "accepted", "accepted_on": None},
        {"state": "accepted", "accepted_on": date(2021, 6, 30)},
        {"state": "submitted", "accepted_on": date(2021, 8, 1)},
        {"state": "draft", "submitted_on": date(2021, 8, 1)},
        {"state": "returned", "decision_reason": ""},
        {"state": "submitted", "transformed_on": date(2021, 8, 1)},
    ],
)
def test_result_state_and_days_belong_together(project, values):
    refused(make_result, project=project, **values)


@pytest.mark.parametrize(
    "values",
    [
        {"granted_on": None},
        {"filed_on": date(2022, 1, 1)},
        {"kind": "paper", "granted_on": date(2021, 1, 1)},
        {"kind": "poem"},
        {"title_en": ""},
    ],
)
def test_property_has_a_kind_and_its_days(studio, values):
    refused(make_property, studio=studio, **values)


def test_property_number_is_recorded_once_per_kind(studio):
    make_property(studio, number="ZL 1")
    make_property(studio, kind="design", number="ZL 1")
    make_property(studio), make_property(studio)
    refused(make_property, studio=studio, number="ZL 1")


@pytest.mark.parametrize(
    "values", [{"unit_en": ""}, {"form": "gift"}, {"state": "withdrawn"}, {"withdrawn_on": date(2021, 9, 1)}]
)
def test_transformation_says_where_and_how(project, values):
    refused(make_transformation, result=make_result(project), **values)


@pytest.mark.parametrize(
    ("first", "last", "fits"),
    [
        (date(2021, 8, 1), date(2022, 7, 31), True),
        (date(2021, 8, 1), date(2022, 8, 1), False),
        (date(2021, 8, 15), date(2022, 8, 14), True),
        (date(2021, 8, 15), date(2022, 8, 15), False),
        (date(2021, 1, 1), date(2021, 12, 31), True),
        (date(2021, 1, 1), date(2022, 1, 1), False),
        (date(2020, 2, 29), date(2021, 2, 28), True),
        (date(2020, 2, 29), date(2021, 3, 1), False),
        (date(2021, 3, 31), date(2023, 1, 1), False),
        (date(2021, 8, 1), date(2021, 8, 1), True),
        (date(2021, 8, 1), date(2021, 7, 31), False),
    ],
)
def test_effect_of_a_claim_covers_at_most_twelve_months(project, first, last, fits):
    if fits:
        make_claim(project, effect_from=first, effect_to=last)
    else:
        refused(make_claim, project=project, effect_from=first, effect_to=last)


@pytest.mark.parametrize(
    "values",
    [
        {"gross": Decimal(-1), "cost": Decimal(-2)},
        {"gross": Decimal(100), "cost": Decimal("100.01")},
        {"gross": Decimal(100), "cost": Decimal(-1)},
        {"state": "judged", "confirmed": Decimal("100000.01")},
        {"state": "judged", "confirmed": Decimal("-0.01")},
        {"state": "judged", "confirmed": None},
        {"state": "submitted", "confirmed": Decimal(1)},
        {"state": "submitted", "submitted_on": None},
        {"method": "luck"},
    ],
)
def test_sums_of_a_claim_fit_each_other(project, values):
    refused(make_claim, project=project, **values)


@pytest.mark.parametrize(("gross", "cost"), [("1000.10", "0.20"), ("0.30", "0.10"), ("99999999999.99", "0.01")])
def test_net_is_gross_minus_cost_to_the_cent(project, gross, cost):
    claim = make_claim(project, gross=Decimal(gross), cost=Decimal(cost))
    claim.refresh_from_db()
    assert claim.net == Decimal(gross) - Decimal(cost)


def test_another_net_is_refused(project):
    claim = make_claim(project)
    with pytest.raises(IntegrityError), transaction.atomic():
        BenefitClaim.objects.filter(pk=claim.pk).update(net=Decimal("99999.99"))


@pytest.fixture
def verdict_of(studio):
    def make(claim, **values):
        return BenefitVerdict.objects.create(
            **{
                "studio": claim.studio,
                "claim": claim,
                "number": 1,
                "claimant": claim.claimant,
                "net": claim.net,
                "confirmed": claim.net,
                "reason": "Checked.",
                "by": make_person(claim.studio, "finance"),
                **values,
            }
        )

    return make


@pytest.mark.parametrize(
    "values", [{"confirmed": Decimal("100000.01")}, {"confirmed": Decimal(-1)}, {"reason": ""}, {"number": 0}]
)
def test_verdict_stays_within_the_claim_and_has_a_reason(project, verdict_of, values):
    refused(verdict_of, claim=make_claim(project), **values)


def test_verdict_on_ones_own_claim_is_refused(project, verdict_of):
    claim = make_claim(project)
    refused(verdict_of, claim=claim, by=claim.claimant)


def test_two_verdicts_never_share_a_number(project, verdict_of):
    claim = make_claim(project)
    verdict_of(claim)
    refused(verdict_of, claim=claim)


def test_verdict_is_never_changed_or_deleted(project, verdict_of):
    verdict = verdict_of(make_claim(project))
    verdict.confirmed = Decimal(1)
    for change in (
        verdict.save,
        verdict.delete,
        BenefitVerdict.objects.all().delete,
        lambda: BenefitVerdict.objects.update(confirmed=1),
    ):
        with pytest.raises(AppendOnly):
            change()
    for change in ("UPDATE innovations_benefitverdict SET confirmed = 1", "DELETE FROM innovations_benefitverdict"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(change)
    verdict.refresh_from_db()
    assert verdict.confirmed == Decimal("100000.00")


def test_own_rows_are_those_of_author_team_and_claimant(studio):
    person, stranger = make_person(studio, "member"), make_person(studio, "member")
    own = make_proposal(studio, author=person)
    other = make_proposal(studio)
    other.co_authors.add(person)
    project = make_project(studio)
    add_member(project, person)
    result = make_result(project)
    assert set(Proposal.objects.own(person)) == {own, other}
    assert list(Result.objects.own(person)) == [result]
    assert result.is_own(person) and not result.is_own(stranger)
    assert not make_claim(project).is_own(person)
