"""Makers of appraisal records. Keyword arguments override any field."""

import itertools
from datetime import date
from decimal import Decimal

from appraisals.models import Appraiser, Batch, Candidate, Score
from disciplines.models import LevelRecord, Occupation, SkillLevel
from tests.factories import make_person

EXAM = date(2021, 5, 12)
_numbers = itertools.count(1)


def make_occupation(discipline=None, **values) -> Occupation:
    number = next(_numbers)
    return Occupation.objects.create(
        discipline=discipline, **{"name": f"工种{number}", "name_en": f"Fitter {number}", **values}
    )


def level(step: int) -> SkillLevel:
    """The level of that step: 4 senior worker, 5 technician, 6 senior technician."""
    return SkillLevel.objects.get(step=step)


def make_batch(studio, occupation=None, step=4, **values) -> Batch:
    """A draft, examined on 12 May 2021; states after it get their dates. Step 4 (senior worker) asks for no review."""
    occupation = occupation or make_occupation()
    values = {
        "title_en": "Senior worker appraisal",
        "closes_on": date(2021, 4, 20),
        "exam_on": EXAM,
        "discipline": occupation.discipline,
        **values,
    }
    state = values.get("state", "draft")
    if state in ("examined", "decided"):
        values.setdefault("examined_on", values["exam_on"])
    if state == "decided":
        values.setdefault("decided_on", values["exam_on"])
        values.setdefault("decided_by", None)
        values["decided_by"] = values["decided_by"] or make_person(studio, "lead")
    if state == "cancelled":
        values.setdefault("cancelled_on", values["exam_on"])
    return Batch.objects.create(studio=studio, occupation=occupation, level=level(step), **values)


def make_candidate(batch, person=None, state="accepted", **values) -> Candidate:
    """An own application; with ``outcome="passed"`` the level is reached on the day of the decision."""
    person = person or make_person(batch.studio)
    values = {"route": "application", "applied_on": date(2021, 4, 1), **values}
    if state in ("accepted", "declined"):
        values.setdefault("answered_on", date(2021, 4, 22))
    if state == "declined":
        values.setdefault("answer_reason", "Papers are missing")
    if state == "withdrawn":
        values.setdefault("withdrawn_on", date(2021, 4, 5))
    if values.get("outcome") == "passed" and "level_record" not in values:
        values["level_record"] = make_level(person, batch.studio, batch.occupation, batch.level.step, batch.decided_on)
    return Candidate.objects.create(studio=batch.studio, batch=batch, person=person, state=state, **values)


def make_score(candidate, theory=None, practical=None, review=None, **values) -> Score:
    """Whole numbers or text for the scores; what is left out stays open."""
    given = {"theory": theory, "practical": practical, "review": review}
    given = {name: None if value is None else Decimal(value) for name, value in given.items()}
    return Score.objects.create(studio=candidate.studio, candidate=candidate, **given, **values)


def assign(batch, person=None) -> Appraiser:
    person = person or make_person(batch.studio, "appraiser")
    return Appraiser.objects.create(studio=batch.studio, batch=batch, person=person)


def make_level(person, studio, occupation, step, reached_on, **values) -> LevelRecord:
    return LevelRecord.objects.create(
        studio=studio,
        person=person,
        occupation=occupation,
        level=level(step),
        reached_on=reached_on,
        **{"basis": "appraisal", **values},
    )
