"""The database refuses what no record may say, whatever writes it."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from appraisals.models import Batch, Candidate, Score
from disciplines.models import LevelRecord
from tests.appraisals.factories import EXAM, assign, make_batch, make_candidate, make_level, make_score
from tests.factories import make_person


def refused(rows, **values):
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(**values)
    return True


def test_a_batch_and_its_days(studio, lead):
    batch = Batch.objects.filter(pk=make_batch(studio).pk)
    assert refused(batch, title_en="", title="", search="")
    assert refused(batch, state="unknown")
    assert refused(batch, closes_on=date(2021, 5, 13))
    assert refused(batch, examined_on=EXAM)
    assert refused(batch, state="examined")
    assert refused(batch, state="cancelled")
    assert refused(batch, state="decided", examined_on=EXAM, decided_on=EXAM)
    assert refused(batch, state="decided", examined_on=EXAM, decided_on=date(2021, 5, 11), decided_by=lead)
    assert batch.update(state="decided", examined_on=EXAM, decided_on=EXAM, decided_by=lead) == 1
    assert refused(batch, state="examined")


def test_one_place_per_person(examined, studio):
    person = make_candidate(examined).person
    with pytest.raises(IntegrityError), transaction.atomic():
        make_candidate(examined, person)
    appraiser = assign(examined).person
    with pytest.raises(IntegrityError), transaction.atomic():
        assign(examined, appraiser)


def test_a_candidate_and_the_answer(examined, lead):
    candidate = Candidate.objects.filter(pk=make_candidate(examined).pk)
    assert refused(candidate, state="unknown")
    assert refused(candidate, route="unknown")
    assert refused(candidate, route="nomination")
    assert refused(candidate, nominated_by=lead)
    assert refused(candidate, answered_on=None)
    assert refused(candidate, state="declined")
    assert refused(candidate, answer_reason="Why")
    assert refused(candidate, state="withdrawn", answered_on=None)
    assert refused(candidate, withdrawn_on=EXAM)
    assert candidate.update(state="declined", answer_reason="Why") == 1


def test_an_outcome_belongs_to_accepted_candidates(examined):
    accepted = Candidate.objects.filter(pk=make_candidate(examined).pk)
    declined = Candidate.objects.filter(pk=make_candidate(examined, state="declined").pk)
    assert refused(declined, outcome="failed")
    assert refused(accepted, outcome="excellent")
    assert accepted.update(outcome="failed") == 1


def test_passing_and_the_level_come_together_and_once(examined, studio, occupation):
    one, other = make_candidate(examined), make_candidate(examined)
    level = make_level(one.person, studio, occupation, 4, EXAM)
    rows = Candidate.objects.filter(pk=one.pk)
    assert refused(rows, outcome="passed")
    assert refused(rows, level_record=level)
    assert refused(rows, outcome="failed", level_record=level)
    assert rows.update(outcome="passed", level_record=level) == 1
    assert refused(Candidate.objects.filter(pk=other.pk), outcome="passed", level_record=level)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_level(one.person, studio, occupation, 4, EXAM)


def test_scores_and_marks(examined):
    score = Score.objects.filter(pk=make_score(make_candidate(examined), 70).pk)
    for test in ("theory", "practical", "review"):
        assert refused(score, **{test: "100.01"})
        assert refused(score, **{test: "-0.01"})
        assert refused(score, **{test: 50, f"{test}_absent": True})
        assert refused(score, **{f"{test}_mark": 101})
    with pytest.raises(IntegrityError), transaction.atomic():
        make_score(score.get().candidate, 70)


def test_a_withdrawn_level_says_why_and_leaves_room(studio, occupation):
    person = make_person(studio)
    level = LevelRecord.objects.filter(pk=make_level(person, studio, occupation, 4, EXAM).pk)
    assert refused(level, withdrawn_on=EXAM)
    assert refused(level, withdrawn_reason="Wrong")
    assert refused(level, withdrawn_on=date(2021, 5, 11), withdrawn_reason="Wrong")
    assert level.update(withdrawn_on=EXAM, withdrawn_reason="Wrong") == 1
    assert make_level(person, studio, occupation, 4, EXAM).pk
