"""The figures of innovation said again in plain Python, and studios full of records made at random."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from innovations.choices import PropertyKind
from innovations.models import BenefitClaim, IntellectualProperty, Project, Proposal, Result
from tests.factories import make_person
from tests.indicators.oracle import any_day, oracle, within, world
from tests.innovations.factories import make_claim, make_project, make_property, make_proposal, make_result

FIRST, LAST = date(2020, 6, 1), date(2022, 3, 31)


@world
def make_innovations(studio, disciplines, random):
    author, decider = make_person(studio), make_person(studio)
    places = [*disciplines, None]
    for _number in range(25):
        state = random.choice(["draft", "submitted", "adopted", "rejected", "archived"])
        days = {} if state == "draft" else {"submitted_on": any_day(random, FIRST, LAST)}
        if state not in ("draft", "submitted"):
            days |= {"decided_on": days["submitted_on"] + timedelta(days=9), "decided_by": decider}
        make_proposal(studio, author, state=state, discipline=random.choice(places), **days)
    for number in range(30):
        # One of each kind for certain, so that no figure stays empty.
        sure = number < len(PropertyKind.values)
        first, last, gaps = (date(2021, 1, 1), date(2021, 12, 31), 0) if sure else (FIRST, LAST, 0.2)
        granted, published = any_day(random, first, last, gaps), any_day(random, first, last, gaps)
        kind = PropertyKind.values[number % len(PropertyKind.values)]
        days = {"granted_on": None if kind in ("paper", "standard") else granted, "published_on": published}
        make_property(studio, kind, discipline=random.choice(places), filed_on=date(2020, 1, 1), **days)
    for _number in range(12):
        add_project(studio, random, random.choice(places), author, decider)


def add_project(studio, random, discipline, leader, decider):
    state = random.choice(["running", "concluded", "concluded", "stopped"])
    days = {"concluded_on": any_day(random, date(2021, 1, 10), LAST)} if state == "concluded" else {}
    project = make_project(studio, leader, state=state, discipline=discipline, approved_by=decider, **days)
    for _number in range(3):
        state = random.choice(["draft", "submitted", "returned", "accepted", "accepted", "accepted"])
        days = {} if state == "draft" else {"submitted_on": date(2020, 5, 1)}
        if state == "accepted":
            days |= {"accepted_on": any_day(random, FIRST, LAST), "transformed_on": any_day(random, FIRST, LAST, 0.4)}
            days["accepted_by"] = decider
        make_result(project, state=state, **days)
    for _number in range(2):
        effect_from, net = any_day(random, FIRST, LAST), Decimal(random.randrange(1, 50_000_000)) / 100
        state = random.choice(["draft", "submitted", "judged", "judged"])
        sums = {"gross": net + Decimal("10.10"), "cost": Decimal("10.10")}
        if state == "judged":
            sums["confirmed"] = (net * random.randint(0, 100) / 100).quantize(Decimal("0.01"))
        make_claim(project, state=state, effect_from=effect_from, effect_to=effect_from, **sums)


def counted(found):
    return len(found), found


def dated(records, model, field, period, as_of):
    return [one for one in records(model) if within(getattr(one, field), period, as_of)]


@oracle("innovations.proposals")
def proposals(records, period, as_of, of):
    return counted([one for one in dated(records, Proposal, "submitted_on", period, as_of) if of(one.discipline_id)])


@oracle("innovations.projects_concluded")
def projects_concluded(records, period, as_of, of):
    return counted([one for one in dated(records, Project, "concluded_on", period, as_of) if of(one.discipline_id)])


def accepted(records, period, as_of, of):
    found = dated(records, Result, "accepted_on", period, as_of)
    return [one for one in found if of(one.project.discipline_id)]


def transformed(records, period, as_of, of):
    found = accepted(records, period, as_of, of)
    return [one for one in found if one.transformed_on is not None and one.transformed_on <= as_of]


@oracle("innovations.results_accepted")
def results_accepted(records, period, as_of, of):
    return counted(accepted(records, period, as_of, of))


@oracle("innovations.results_transformed")
def results_transformed(records, period, as_of, of):
    return counted(transformed(records, period, as_of, of))


@oracle("innovations.transformation_rate")
def transformation_rate(records, period, as_of, of):
    whole, part = accepted(records, period, as_of, of), transformed(records, period, as_of, of)
    if not whole:
        return None, whole
    rate = Decimal(100 * len(part)) / len(whole)
    return rate.quantize(Decimal("0.000001"), rounding=ROUND_HALF_UP), whole


def of_kinds(kinds, field):
    def answer(records, period, as_of, of):
        found = dated(records, IntellectualProperty, field, period, as_of)
        return counted([one for one in found if one.kind in kinds and of(one.discipline_id)])

    return answer


oracle("innovations.patents")(of_kinds(("invention", "utility", "design"), "granted_on"))
oracle("innovations.patents_invention")(of_kinds(("invention",), "granted_on"))
oracle("innovations.patents_utility")(of_kinds(("utility",), "granted_on"))
oracle("innovations.patents_design")(of_kinds(("design",), "granted_on"))
oracle("innovations.software_copyrights")(of_kinds(("software",), "granted_on"))
oracle("innovations.papers")(of_kinds(("paper",), "published_on"))
oracle("innovations.standards")(of_kinds(("standard",), "published_on"))


def claims(records, period, as_of, of):
    found = dated(records, BenefitClaim, "effect_from", period, as_of)
    return [one for one in found if of(one.project.discipline_id)]


@oracle("innovations.benefit_claimed")
def benefit_claimed(records, period, as_of, of):
    found = [one for one in claims(records, period, as_of, of) if one.state != "draft"]
    return sum(one.gross - one.cost for one in found), found


@oracle("innovations.benefit_confirmed")
def benefit_confirmed(records, period, as_of, of):
    found = [one for one in claims(records, period, as_of, of) if one.state == "judged"]
    return sum(one.confirmed for one in found), found
