from datetime import date, timedelta
from decimal import Decimal

from innovations.models import (
    BenefitClaim,
    BenefitVerdict,
    InnovationKind,
    IntellectualProperty,
    Project,
    Proposal,
    Result,
    Transformation,
)
from tests.factories import make_person
from tests.indicators.oracle import any_day, oracle, share, within, world

FIRST, LAST = date(2020, 5, 1), date(2022, 3, 1)


@world
def innovations(studio, disciplines, random):
    kind, _new = InnovationKind.objects.get_or_create(key="any", defaults={"name_en": "Any"})
    author, other = make_person(studio), make_person(studio)
    for _number in range(16):
        proposal(studio, kind, random.choice([None, *disciplines]), author, other, random)
        made = project(studio, kind, random.choice([None, *disciplines]), author, other, random)
        for _result in range(random.randint(0, 3)):
            result(studio, made, other, random)
        for _claim in range(random.randint(0, 3)):
            claim(studio, made, author, other, random)
    for number in range(40):
        intellectual_property(studio, number, random.choice([None, *disciplines]), random)


def proposal(studio, kind, discipline, author, other, random):
    state = random.choice(("draft", "submitted", "adopted", "rejected", "archived"))
    day = any_day(random, FIRST, LAST)
    decided = state in ("adopted", "rejected", "archived")
    Proposal.objects.create(
        studio=studio,
        title_en="A proposal",
        discipline=discipline,
        kind=kind,
        author=author,
        problem="x",
        idea="x",
        state=state,
        submitted_on=None if state == "draft" else day,
        decided_on=day + timedelta(days=20) if decided else None,
        decided_by=other if decided else None,
        decision_reason="x" if decided else "",
    )


def project(studio, kind, discipline, leader, other, random):
    state = random.choice(("draft", "approved", "running", "concluded", "concluded", "stopped"))
    approved_on = None if state == "draft" else any_day(random, FIRST, date(2021, 6, 1))
    end = approved_on and any_day(random, approved_on, LAST)
    return Project.objects.create(
        studio=studio,
        title_en="A project",
        discipline=discipline,
        kind=kind,
        leader=leader,
        state=state,
        approved_on=approved_on,
        approved_by=other if approved_on else None,
        started_on=approved_on if state in ("running", "concluded", "stopped") else None,
        concluded_on=end if state == "concluded" else None,
        stopped_on=end if state == "stopped" else None,
        stop_reason="x" if state == "stopped" else "",
    )


def result(studio, made, other, random):
    state = random.choice(("draft", "submitted", "accepted", "accepted", "accepted", "returned"))
    day = any_day(random, FIRST, LAST)
    accepted = state == "accepted"
    one = Result.objects.create(
        studio=studio,
        project=made,
        title_en="A result",
        state=state,
        submitted_on=None if state == "draft" else day - timedelta(days=9),
        accepted_on=day if accepted else None,
        accepted_by=other if accepted else None,
        decision_reason="x" if state == "returned" else "",
    )
    uses = [transformation(one, random) for _use in range(random.randint(0, 3) if accepted else 0)]
    one.transformed_on = min((use.since for use in uses if use.state == "recorded"), default=None)
    one.save()


def transformation(result, random):
    withdrawn = random.random() < 0.2
    return Transformation.objects.create(
        studio=result.studio,
        result=result,
        unit_en="A plant",
        since=any_day(random, result.accepted_on - timedelta(days=30), result.accepted_on + timedelta(days=240)),
        form="own_use",
        state="withdrawn" if withdrawn else "recorded",
        withdrawn_on=date(2022, 10, 1) if withdrawn else None,
    )


def claim(studio, made, claimant, finance, random):
    state = random.choice(("draft", "submitted", "judged", "judged"))
    effect_from = any_day(random, FIRST, LAST)
    gross = Decimal(random.randint(5_000_000, 900_000_000_00)) / 100
    cost = Decimal(random.randint(0, 100_000_00)) / 100 if gross > 100_000 else Decimal(0)
    one = BenefitClaim(
        studio=studio,
        project=made,
        claimant=claimant,
        method="energy",
        calculation="x",
        effect_from=effect_from,
        effect_to=effect_from + timedelta(days=200),
        gross=gross,
        cost=cost,
        state=state,
        submitted_on=None if state == "draft" else effect_from + timedelta(days=30),
    )
    sums = [Decimal(random.randint(0, int((gross - cost) * 100))) / 100 for _verdict in range(random.randint(1, 3))]
    if state == "judged":
        one.confirmed, one.judged_on = sums[-1], effect_from + timedelta(days=60)
    one.save()
    for number, confirmed in enumerate(sums if state == "judged" else [], start=1):
        BenefitVerdict.objects.create(
            studio=studio,
            claim=one,
            number=number,
            claimant=claimant,
            net=one.net,
            confirmed=confirmed,
            reason="x",
            by=finance,
            judged_on=one.judged_on,
        )


def intellectual_property(studio, number, discipline, random):
    kind = random.choice(("invention", "utility", "design", "software", "paper", "standard"))
    published = kind in ("paper", "standard")
    IntellectualProperty.objects.create(
        studio=studio,
        title_en="A right",
        discipline=discipline,
        kind=kind,
        number=f"No. {number}",
        filed_on=date(2019, 1, 1),
        granted_on=None if published else any_day(random, FIRST, LAST, empty=0.3),
        published_on=any_day(random, FIRST, LAST, empty=0.3),
    )


@oracle("innovations.proposals")
def proposals(records, period, as_of, of):
    found = [
        one
        for one in records(Proposal)
        if one.state != "draft" and within(one.submitted_on, period, as_of) and of(one.discipline_id)
    ]
    return len(found), found


@oracle("innovations.projects_concluded")
def projects_concluded(records, period, as_of, of):
    found = [
        one
        for one in records(Project)
        if one.state == "concluded" and within(one.concluded_on, period, as_of) and of(one.discipline_id)
    ]
    return len(found), found


@oracle("innovations.results_accepted")
def results_accepted(records, period, as_of, of):
    found = [
        one
        for one in records(Result)
        if one.state == "accepted" and within(one.accepted_on, period, as_of) and of(one.project.discipline_id)
    ]
    return len(found), found


@oracle("innovations.results_transformed")
def results_transformed(records, period, as_of, of):
    in_use = {use.result_id for use in records(Transformation) if use.state == "recorded" and use.since <= as_of}
    _number, accepted = results_accepted(records, period, as_of, of)
    found = [one for one in accepted if one.pk in in_use]
    return len(found), found


@oracle("innovations.transformation_rate")
def transformation_rate(records, period, as_of, of):
    number, found = results_accepted(records, period, as_of, of)
    return share(results_transformed(records, period, as_of, of)[0], number), found


def of_kinds(key, day, *kinds):
    @oracle(key)
    def count(records, period, as_of, of):
        found = [
            one
            for one in records(IntellectualProperty)
            if one.kind in kinds and within(getattr(one, day), period, as_of) and of(one.discipline_id)
        ]
        return len(found), found


of_kinds("innovations.patents", "granted_on", "invention", "utility", "design")
of_kinds("innovations.patents_invention", "granted_on", "invention")
of_kinds("innovations.patents_utility", "granted_on", "utility")
of_kinds("innovations.patents_design", "granted_on", "design")
of_kinds("innovations.software_copyrights", "granted_on", "software")
of_kinds("innovations.papers", "published_on", "paper")
of_kinds("innovations.standards", "published_on", "standard")


def claims(records, period, as_of, of):
    return [
        one
        for one in records(BenefitClaim)
        if one.state != "draft" and within(one.effect_from, period, as_of) and of(one.project.discipline_id)
    ]


@oracle("innovations.benefit_claimed")
def benefit_claimed(records, period, as_of, of):
    found = claims(records, period, as_of, of)
    return sum((one.gross - one.cost for one in found), Decimal(0)), found


@oracle("innovations.benefit_confirmed")
def benefit_confirmed(records, period, as_of, of):
    latest = {}
    for verdict in sorted(records(BenefitVerdict), key=lambda one: one.number):
        latest[verdict.claim_id] = verdict.confirmed
    found = [one for one in claims(records, period, as_of, of) if one.pk in latest]
    return sum((latest[one.pk] for one in found), Decimal(0)), found
