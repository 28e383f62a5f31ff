from datetime import date, timedelta
from decimal import Decimal

from studio.organisation.models import Membership
from studio.regulations.models import (
    Duty,
    Fund,
    Meeting,
    MeetingRule,
    Reading,
    RegulationKind,
    RegulationVersion,
    RequiredKind,
    Spend,
    SpendCategory,
    VersionReview,
)
from tests.factories import make_person
from tests.indicators.oracle import any_day, in_force, oracle, share, within, world
from tests.regulations.factories import (
    add_review,
    confirm,
    make_duty,
    make_fund,
    make_meeting,
    make_regulation,
    make_required,
    make_rule,
    make_spend,
    make_version,
)

FIRST, LAST, DAY = date(2020, 1, 1), date(2022, 3, 1), timedelta(days=1)
KINDS = ("monthly", "quarterly", "group", "other")


@world
def regulations(studio, disciplines, random):
    office, lead, finance = (make_person(studio, role) for role in ("office", "lead", "finance"))
    members = [make_person(studio) for _number in range(7)]
    for person in members:
        role(studio, person, random)
    kinds = list(RegulationKind.objects.all()[:12])
    for one in kinds:
        for from_date, to_date in spans(random):
            make_required(studio, kind=one, from_date=from_date, to_date=to_date)
    for number in range(16):
        one = make_regulation(studio, kind=kinds[number % 10], owner=office)
        for version in versions(one, office, lead, random):
            for person in members if version.state != "draft" else ():
                if random.random() < 0.6:
                    confirm(version, person, any_day(random, version.effective_on, version.effective_on + 300 * DAY))
    for number in range(12):
        from_date, to_date = span(random)
        discipline = random.choice([None, *disciplines])
        make_duty(studio, members[number % 7], from_date=from_date, to_date=to_date, discipline=discipline)
    meetings(studio, disciplines, random)
    money(studio, disciplines, office, finance, random)


def role(studio, person, random):
    """A member for some time; now and then twice with a gap."""
    for from_date, to_date in spans(random):
        Membership.objects.create(studio=studio, person=person, role="member", from_date=from_date, to_date=to_date)


def span(random):
    from_date = any_day(random, FIRST, date(2021, 9, 1))
    return from_date, any_day(random, from_date, from_date + timedelta(days=600), empty=0.5)


def spans(random):
    from_date, to_date = span(random)
    yield from_date, to_date
    if to_date and random.random() < 0.5:
        yield to_date + timedelta(days=random.randint(1, 90)), None


def versions(regulation, office, lead, random):
    """Up to three versions one after the other, and perhaps a draft; some reviewed later on."""
    day, made = any_day(random, FIRST, date(2021, 8, 1)), []
    for number in range(random.randint(0, 3)):
        following = day + timedelta(days=random.randint(20, 300))
        end = random.choice(("replaced", "replaced", "in_force", "abolished"))
        ending = {} if end == "in_force" else {f"{end}_on": following}
        due = day + timedelta(days=random.randint(10, 500))
        values = {"number": str(number), "effective_on": day, "approved_on": day, "review_due": due, "state": end}
        version = make_version(regulation, author=office, approved_by=lead, **values, **ending)
        if random.random() < 0.4:
            add_review(version, due + timedelta(days=random.randint(-5, 100)), due + timedelta(days=400))
        made.append(version)
        if end == "in_force":
            return made
        day = following
    if random.random() < 0.3:
        made.append(make_version(regulation, number="draft", state="draft", author=office))
    return made


def meetings(studio, disciplines, random):
    for kind in KINDS[:3]:
        for discipline in (None, *disciplines):
            if random.random() < 0.7:
                for from_date, to_date in spans(random):
                    make_rule(
                        studio,
                        kind=kind,
                        discipline=discipline,
                        times=random.randint(1, 3),
                        per=random.choice(("month", "month", "quarter", "year")),
                        from_date=from_date,
                        to_date=to_date,
                    )
    for _number in range(60):
        make_meeting(
            studio,
            kind=random.choice(KINDS),
            discipline=random.choice([None, *disciplines]),
            planned_on=any_day(random, FIRST, LAST),
            state=random.choice(("planned", "held", "held", "held", "cancelled")),
        )


def money(studio, disciplines, office, finance, random):
    categories = list(SpendCategory.objects.all())
    for number in range(10):
        opened = {} if number == 0 else {"opened_on": any_day(random, FIRST, date(2021, 7, 1)), "opened_by": finance}
        fund = make_fund(
            studio,
            year=random.choice((2020, 2021, 2021, 2022)),
            discipline=random.choice([None, *disciplines]),
            budget=Decimal(random.randint(1, 900_000_000)) / 100,
            state="open" if opened else "draft",
            recorder=office,
            **opened,
        )
        for spend in range(6):
            make_spend(
                fund,
                Decimal(random.randint(1, 200_000_000)) / 100,
                voucher=f"{studio.pk}-{number}-{spend}",
                spent_on=any_day(random, FIRST, LAST),
                category=random.choice(categories),
                state=random.choice(("recorded", "approved", "approved", "approved", "void")),
                recorder=office,
                approved_by=finance,
            )


# --- Answers -------------------------------------------------------------------------------------


def stock(found, of):
    """Records without a discipline count as cross-discipline."""
    found = found if of(None) else []
    return len(found), found


def versions_on(records, period, as_of):
    day = min(period.end, as_of)
    return [
        version
        for version in records(RegulationVersion)
        if version.effective_on
        and version.effective_on <= day
        and not (version.replaced_on and version.replaced_on <= day)
        and not (version.abolished_on and version.abolished_on <= day)
    ]


@oracle("regulations.in_force")
def regulations_in_force(records, period, as_of, of):
    return stock(versions_on(records, period, as_of), of)


def standing(records, period, as_of):
    """Each kind required on the day with how it stands."""
    day = min(period.end, as_of)
    good, held = set(), set()
    for version in versions_on(records, period, as_of):
        held.add(version.regulation.kind_id)
        known = [one.next_due for one in records(VersionReview)
                 if one.version_reviewed_id == version.pk and one.reviewed_on <= day]  # fmt: skip
        if max(known) >= day:
            good.add(version.regulation.kind_id)
    for required in records(RequiredKind):
        if in_force(required.from_date, required.to_date, period, as_of):
            state = "good" if required.kind_id in good else "late" if required.kind_id in held else "none"
            yield required, state


def of_standing(records, period, as_of, of, *states):
    return stock([one for one, state in standing(records, period, as_of) if state in states], of)


@oracle("regulations.required")
def required(records, period, as_of, of):
    return of_standing(records, period, as_of, of, "good", "late", "none")


@oracle("regulations.required_missing")
def required_missing(records, period, as_of, of):
    return of_standing(records, period, as_of, of, "none")


@oracle("regulations.required_overdue")
def required_overdue(records, period, as_of, of):
    return of_standing(records, period, as_of, of, "late")


@oracle("regulations.required_complete")
def required_complete(records, period, as_of, of):
    return of_standing(records, period, as_of, of, "good")


@oracle("regulations.completeness")
def completeness(records, period, as_of, of):
    number, found = required(records, period, as_of, of)
    return share(required_complete(records, period, as_of, of)[0], number), found


def members_on(records, period, as_of):
    return {
        one.person_id
        for one in records(Membership)
        if one.role == "member" and in_force(one.from_date, one.to_date, period, as_of)
    }


@oracle("regulations.reads_asked")
def reads_asked(records, period, as_of, of):
    number, found = regulations_in_force(records, period, as_of, of)
    return number * len(members_on(records, period, as_of)), found


@oracle("regulations.reads_confirmed")
def reads_confirmed(records, period, as_of, of):
    _number, found = regulations_in_force(records, period, as_of, of)
    members, keys = members_on(records, period, as_of), {version.pk for version in found}
    confirmed = [
        one
        for one in records(Reading)
        if one.version_read_id in keys and one.person_id in members and one.confirmed_on <= min(period.end, as_of)
    ]
    return len(confirmed), found


@oracle("regulations.read_rate")
def read_rate(records, period, as_of, of):
    number, found = reads_asked(records, period, as_of, of)
    return share(reads_confirmed(records, period, as_of, of)[0], number), found


@oracle("regulations.duties")
def duties(records, period, as_of, of):
    found = [
        one for one in records(Duty) if in_force(one.from_date, one.to_date, period, as_of) and of(one.discipline_id)
    ]
    return len(found), found


@oracle("regulations.meetings_held")
def meetings_held(records, period, as_of, of):
    found = [one for one in records(Meeting) if within(one.held_on, period, as_of) and of(one.discipline_id)]
    return len(found), found


@oracle("regulations.rule_meetings_held")
def rule_meetings_held(records, period, as_of, of):
    def asked(meeting):
        return any(
            (rule.kind, rule.discipline_id) == (meeting.kind, meeting.discipline_id)
            and rule.from_date <= meeting.held_on
            and (rule.to_date is None or rule.to_date >= meeting.held_on)
            for rule in records(MeetingRule)
        )

    found = [one for one in meetings_held(records, period, as_of, of)[1] if asked(one)]
    return len(found), found


def days(first, last):
    return (date.fromordinal(number) for number in range(first.toordinal(), last.toordinal() + 1))


def due_on(rule, day):
    """Whether the rule's month, quarter or year ends on ``day``."""
    following = day + DAY
    ends = {"month": True, "quarter": following.month in (1, 4, 7, 10), "year": following.month == 1}
    return following.day == 1 and ends[rule.per]


@oracle("regulations.meetings_expected")
def meetings_expected(records, period, as_of, of):
    """Day by day, as somebody with a calendar would."""
    last, expected, found = min(period.end, as_of), 0, []
    for rule in records(MeetingRule):
        if not of(rule.discipline_id) or rule.from_date > last or (rule.to_date and rule.to_date < period.start):
            continue
        found.append(rule)
        until = min(last, rule.to_date or last)
        expected += rule.times * sum(due_on(rule, day) for day in days(max(period.start, rule.from_date), until))
    return expected, found


@oracle("regulations.meeting_rate")
def meeting_rate(records, period, as_of, of):
    expected, found = meetings_expected(records, period, as_of, of)
    return share(rule_meetings_held(records, period, as_of, of)[0], expected), found


def funds_of(records, period, as_of, of):
    years, day = range(period.start.year, period.end.year + 1), min(period.end, as_of)
    return [
        fund
        for fund in records(Fund)
        if fund.year in years and fund.opened_on and fund.opened_on <= day and of(fund.discipline_id)
    ]


def approved(records):
    return [one for one in records(Spend) if one.approved_on and not one.voided_on]


def total(sums):
    return sum(sums, Decimal(0))


@oracle("funds.budget")
def budget(records, period, as_of, of):
    found = funds_of(records, period, as_of, of)
    return total(fund.budget for fund in found), found


@oracle("funds.spend")
def spend(records, period, as_of, of):
    found = [one for one in approved(records) if within(one.spent_on, period, as_of) and of(one.fund.discipline_id)]
    return total(one.amount for one in found), found


@oracle("funds.fund_spend")
def fund_spend(records, period, as_of, of):
    funds = {fund.pk for fund in funds_of(records, period, as_of, of)}
    day = min(period.end, as_of)
    found = [one for one in approved(records) if one.fund_id in funds and one.spent_on <= day]
    return total(one.amount for one in found), found


@oracle("funds.balance")
def balance(records, period, as_of, of):
    granted, found = budget(records, period, as_of, of)
    return granted - fund_spend(records, period, as_of, of)[0], found


@oracle("funds.use_rate")
def use_rate(records, period, as_of, of):
    granted, found = budget(records, period, as_of, of)
    return cents_share(fund_spend(records, period, as_of, of)[0], granted), found


def cents_share(part, whole):
    return share(int(part * 100), int(whole * 100))
