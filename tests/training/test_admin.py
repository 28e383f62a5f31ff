"""Administrators look and correct texts in the Django admin; states and results are written elsewhere."""

import pytest
from django.urls import reverse

from tests.factories import make_person
from tests.training.factories import attend, make_plan_line
from training.models import Course, PlanLine


@pytest.fixture
def administrator(client, db):
    person = make_person(is_staff=True)
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return person


def change_url(record):
    return reverse(f"admin:training_{record._meta.model_name}_change", args=[record.pk])


def test_all_records_are_listed_and_shown(client, administrator, studio, session):
    for record in (make_plan_line(studio), session.course, session, attend(session)):
        assert client.get(reverse(f"admin:training_{record._meta.model_name}_changelist")).status_code == 200
        assert client.get(change_url(record)).status_code == 200


def test_texts_are_corrected_but_not_states(client, administrator, course):
    data = {
        "title": "",
        "title_en": "Corrected",
        "hours": "6",
        "aim": "",
        "discipline": "",
        "version_read": course.version,
    }
    assert client.post(change_url(course), {**data, "studio": 99, "plan_line": 99}).status_code == 302
    after = Course.objects.get(pk=course.pk)
    assert (after.title_en, after.studio, after.plan_line, after.version) == ("Corrected", course.studio, None, 2)


def test_an_old_copy_overwrites_nothing(client, administrator, course):
    data = {"title_en": "Mine", "hours": "6", "version_read": course.version}
    course.title_en = "Theirs"
    course.save()
    assert client.post(change_url(course), data).status_code == 200
    assert Course.objects.get(pk=course.pk).title_en == "Theirs"


def test_locked_records_and_results_are_only_shown(client, administrator, studio, session):
    line, row = make_plan_line(studio, state="approved"), attend(session)
    for record in (line, row):
        assert client.post(change_url(record), {"version_read": 1}).status_code == 403
    assert PlanLine.objects.get(pk=line.pk).version == 1


def test_others_stay_out(client, studio, session):
    client.force_login(make_person(studio, "lead"), backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.get(change_url(session)).status_code in (302, 403)
