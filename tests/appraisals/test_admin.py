"""Administrators look and correct texts in the Django admin; states, dates and scores are written elsewhere."""

import pytest
from django.urls import reverse

from appraisals.models import Batch, Candidate
from tests.appraisals.factories import assign, make_batch, make_candidate, make_score
from tests.factories import make_person


@pytest.fixture
def administrator(client, db):
    person = make_person(is_staff=True)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return person


def change_url(record):
    return reverse(f"admin:appraisals_{record._meta.model_name}_change", args=[record.pk])


def test_all_records_are_listed_and_shown(client, administrator, examined):
    candidate = make_candidate(examined)
    for record in (examined, assign(examined), candidate, make_score(candidate, 70)):
        assert client.get(reverse(f"admin:appraisals_{record._meta.model_name}_changelist")).status_code == 200
        assert client.get(change_url(record)).status_code == 200


def test_texts_are_corrected_but_nothing_with_consequences(client, administrator, examined):
    data = {"title": "", "title_en": "Corrected", "note": "", "version_read": examined.version}
    asked = {"place": "Elsewhere", "state": "decided", "exam_on": "2020-01-01", "level": "1"}
    assert client.post(change_url(examined), {**data, **asked}).status_code == 302
    after = Batch.objects.get()
    assert (after.title_en, after.place, after.state, after.exam_on, after.level, after.version) == (
        "Corrected",
        "",
        "examined",
        examined.exam_on,
        examined.level,
        2,
    )


def test_a_candidates_outcome_is_only_shown(client, administrator, examined):
    candidate = make_candidate(examined)
    data = {"admission_number": "7", "note": "", "version_read": 1, "outcome": "passed", "state": "declined"}
    assert client.post(change_url(candidate), data).status_code == 302
    after = Candidate.objects.get()
    assert (after.admission_number, after.outcome, after.state) == ("7", "", "accepted")


def test_scores_appraisers_and_settled_records_are_only_shown(client, administrator, studio, examined):
    candidate = make_candidate(examined)
    decided = make_batch(studio, state="decided")
    settled = (make_score(candidate, 70), assign(examined), decided, make_candidate(decided))
    for record in settled:
        assert client.post(change_url(record), {"version_read": 1}).status_code == 403


def test_others_stay_out(client, studio, examined):
    client.force_login(make_person(studio, "lead"), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(change_url(examined)).status_code in (302, 403)
