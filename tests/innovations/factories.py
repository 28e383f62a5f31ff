"""Makers of innovation records. Keyword arguments override any field."""

import itertools
from datetime import date
from decimal import Decimal

from innovations.models import (
    BenefitClaim,
    InnovationKind,
    IntellectualProperty,
    Project,
    ProjectMember,
    Proposal,
    Result,
    Transformation,
)
from tests.factories import make_person

_numbers = itertools.count(1)
DAY = date(2021, 3, 1)


def make_kind(**values) -> InnovationKind:
    number = next(_numbers)
    return InnovationKind.objects.create(**{"key": f"kind-{number}", "name_en": f"Kind {number}", **values})


def any_kind() -> InnovationKind:
    return InnovationKind.objects.first() or make_kind()


def make_proposal(studio, author=None, **values) -> Proposal:
    """A draft; other states bring the columns that belong to them."""
    state = values.get("state", "draft")
    if state != "draft":
        values.setdefault("submitted_on", DAY)
    if state in ("adopted", "rejected", "archived"):
        values = {"decided_on": date(2021, 3, 9), "decision_reason": "Because.", **values}
        values.setdefault("decided_by", values.get("decided_by") or make_person(studio))
    values.setdefault("kind", values.get("kind") or any_kind())
    return Proposal.objects.create(
        **{
            "studio": studio,
            "author": author or make_person(studio, "member"),
            "title_en": f"Proposal {next(_numbers)}",
            "problem": "It leaks.",
            "idea": "Seal it.",
            **values,
        }
    )


def make_project(studio, leader=None, **values) -> Project:
    """A running project unless told otherwise."""
    state = values.setdefault("state", "running")
    if state != "draft":
        values.setdefault("approved_on", date(2021, 1, 5))
        values.setdefault("approved_by", values.get("approved_by") or make_person(studio))
    if state in ("running", "concluded"):
        values.setdefault("started_on", date(2021, 1, 10))
    if state == "concluded":
        values.setdefault("concluded_on", date(2021, 6, 30))
    if state == "stopped":
        values = {"stopped_on": date(2021, 5, 1), "stop_reason": "No longer needed.", **values}
    values.setdefault("kind", values.get("kind") or any_kind())
    return Project.objects.create(
        **{
            "studio": studio,
            "leader": leader or make_person(studio, "member"),
            "title_en": f"Project {next(_numbers)}",
            **values,
        }
    )


def add_member(project, person=None, **values) -> ProjectMember:
    person = person or make_person(project.studio, "member")
    return ProjectMember.objects.create(studio=project.studio, project=project, person=person, **values)


def make_result(project, **values) -> Result:
    """An accepted result unless told otherwise."""
    state = values.setdefault("state", "accepted")
    if state != "draft":
        values.setdefault("submitted_on", date(2021, 7, 1))
    if state == "accepted":
        values.setdefault("accepted_on", date(2021, 7, 20))
        values.setdefault("accepted_by", values.get("accepted_by") or make_person(project.studio))
    if state == "returned":
        values.setdefault("decision_reason", "Measure again.")
    return Result.objects.create(
        **{"studio": project.studio, "project": project, "title_en": f"Result {next(_numbers)}", **values}
    )


def make_property(studio, kind="utility", **values) -> IntellectualProperty:
    day = "published_on" if kind in ("paper", "standard") else "granted_on"
    values.setdefault(day, date(2021, 9, 1))
    return IntellectualProperty.objects.create(
        **{"studio": studio, "kind": kind, "title_en": f"Property {next(_numbers)}", **values}
    )


def make_transformation(result, **values) -> Transformation:
    """Recorded directly: the result is not dated by it."""
    return Transformation.objects.create(
        **{
            "studio": result.studio,
            "result": result,
            "unit_en": "Workshop one",
            "since": date(2021, 8, 1),
            "form": "own_use",
            **values,
        }
    )


def make_claim(project, claimant=None, **values) -> BenefitClaim:
    """A submitted claim of 100,000 CNY net unless told otherwise."""
    state = values.setdefault("state", "submitted")
    if state != "draft":
        values.setdefault("submitted_on", date(2021, 10, 1))
    if state == "judged":
        values = {"confirmed": Decimal("80000.00"), "judged_on": date(2021, 11, 1), **values}
    return BenefitClaim.objects.create(
        **{
            "studio": project.studio,
            "project": project,
            "claimant": claimant or project.leader,
            "method": "labour",
            "calculation": "8 h before, 3 h after, 40 times, 500 CNY an hour.",
            "effect_from": date(2021, 8, 1),
            "effect_to": date(2022, 7, 31),
            "gross": Decimal("120000.00"),
            "cost": Decimal("20000.00"),
            **values,
        }
    )
