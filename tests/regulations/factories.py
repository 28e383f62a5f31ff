"""Makers of regulations, meetings, duties and funds. Keyword arguments override any field."""

import itertools
from datetime import date
from decimal import Decimal

from studio.regulations.models import (
    Duty,
    Fund,
    Meeting,
    MeetingRule,
    Reading,
    Regulation,
    RegulationKind,
    RegulationVersion,
    RequiredKind,
    Spend,
    SpendCategory,
    VersionReview,
)
from tests.factories import make_person

_numbers = itertools.count(1)
DAY = date(2021, 3, 1)


def kind(key="meeting") -> RegulationKind:
    return RegulationKind.objects.get(key=key)


def make_regulation(studio, key="meeting", **values) -> Regulation:
    number = next(_numbers)
    values = {"code": f"R-{number}", "title_en": f"Regulation {number}", **values}
    values["owner"] = values.get("owner") or make_person(studio, "office")
    values["kind"] = values.get("kind") or kind(key)
    return Regulation.objects.create(studio=studio, **values)


def make_version(regulation, **values) -> RegulationVersion:
    """In force since March 2021, to be reviewed in 2024, unless told otherwise; with its first review."""
    studio, state = regulation.studio, values.setdefault("state", "in_force")
    values = {"number": f"{next(_numbers)}.0", "text": "What holds.", **values}
    values["author"] = values.get("author") or make_person(studio, "office")
    if state != "draft":
        values = {"effective_on": DAY, "review_due": date(2024, 3, 1), "approved_on": DAY, **values}
        values["approved_by"] = values.get("approved_by") or make_person(studio, "lead")
    version = RegulationVersion.objects.create(studio=studio, regulation=regulation, **values)
    if state != "draft":
        add_review(version, version.effective_on, version.review_due)
    return version


def add_review(version, reviewed_on, next_due) -> VersionReview:
    """Another day for the next review, known since ``reviewed_on``."""
    return VersionReview.objects.create(
        studio=version.studio,
        version_reviewed=version,
        reviewed_on=reviewed_on,
        next_due=next_due,
        reviewer=version.approved_by,
    )


def confirm(version, person, confirmed_on=date(2021, 4, 1)) -> Reading:
    return Reading.objects.create(studio=version.studio, version_read=version, person=person, confirmed_on=confirmed_on)


def make_required(studio, key="meeting", **values) -> RequiredKind:
    values["kind"] = values.get("kind") or kind(key)
    return RequiredKind.objects.create(studio=studio, **{"from_date": date(2020, 1, 1), **values})


def make_duty(studio, person=None, **values) -> Duty:
    person = person or make_person(studio, "member")
    return Duty.objects.create(
        studio=studio, person=person, **{"title_en": "Safety officer", "from_date": DAY, **values}
    )


def make_meeting(studio, present=(), **values) -> Meeting:
    """A planned monthly meeting; later states get their dates."""
    values = {"title_en": f"Meeting {next(_numbers)}", "kind": "monthly", "planned_on": DAY, **values}
    state = values.get("state", "planned")
    if state in ("held", "cancelled"):
        values.setdefault(f"{state}_on", values["planned_on"])
    meeting = Meeting.objects.create(studio=studio, **values)
    meeting.present.set(present)
    return meeting


def make_rule(studio, **values) -> MeetingRule:
    """One member meeting a month since 2020."""
    values = {"kind": "monthly", "times": 1, "per": "month", "from_date": date(2020, 1, 1), **values}
    return MeetingRule.objects.create(studio=studio, **values)


def make_fund(studio, **values) -> Fund:
    """An open fund of the company for 2021, 100,000 CNY."""
    values = {"title_en": f"Fund {next(_numbers)}", "source": "company", "year": 2021, **values}
    values = {"budget": Decimal("100000.00"), "state": "open", **values}
    values["recorder"] = values.get("recorder") or make_person(studio, "office")
    if values["state"] == "draft":
        values.pop("opened_by", None)
    else:
        values.setdefault("opened_on", date(values["year"], 1, 15))
        values["opened_by"] = values.get("opened_by") or make_person(studio, "finance")
    if values["state"] == "closed":
        values.setdefault("closed_on", date(values["year"], 12, 31))
    return Fund.objects.create(studio=studio, **values)


def make_spend(fund, amount="1000.00", **values) -> Spend:
    """A recorded spend for research; later states get their columns."""
    studio, state = fund.studio, values.setdefault("state", "recorded")
    values = {"voucher": f"V-{next(_numbers)}", "spent_on": DAY, "purpose": "Test rig", **values}
    values["recorder"] = values.get("recorder") or make_person(studio, "office")
    values["category"] = values.get("category") or SpendCategory.objects.get(key="research")
    if state == "approved":
        values.setdefault("approved_on", values["spent_on"])
        values["approved_by"] = values.get("approved_by") or make_person(studio, "finance")
    else:
        values.pop("approved_by", None)
    if state == "void":
        values.setdefault("voided_on", values["spent_on"])
    return Spend.objects.create(studio=studio, fund=fund, amount=Decimal(amount), **values)
