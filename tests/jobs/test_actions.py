import pytest
from django.db import transaction

from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.jobs import actions, claims
from studio.jobs.attempt import work
from studio.jobs.models import Job
from tests.factories import make_person


def test_submit_writes_a_waiting_job_and_an_audit_row(submit, person):
    job = submit(text="hello")
    assert (job.state, job.params, job.actor, job.attempts) == ("queued", {"text": "hello"}, person, 0)
    assert AuditRow.objects.get(verb="job.submit").object_id == str(job.pk)


def test_the_same_request_under_way_leads_to_the_same_job(submit):
    first = submit(text="a")
    assert submit(text="a") == first
    assert submit(text="b") != first
    work()
    assert submit(text="a") != first


def test_asked_again_while_it_is_being_cancelled_leads_to_the_same_job(submit, person):
    job = submit()
    claims.take(job)
    actions.cancel(job, person)
    assert submit() == job


def test_submit_without_the_right_is_refused(submit):
    with pytest.raises(Refused) as refused:
        submit("trial.staff")
    assert refused.value.status == 403
    assert not Job.objects.exists()


def test_a_rolled_back_request_leaves_no_job_and_wakes_nobody(submit, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks, pytest.raises(ZeroDivisionError), transaction.atomic():
        submit()
        raise ZeroDivisionError
    assert not callbacks
    assert not Job.objects.exists()


def test_cancelling_a_waiting_job_ends_it_at_once(submit, person):
    job = submit()
    actions.cancel(job, person)
    job.refresh_from_db()
    assert job.state == "cancelled"
    work()
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("cancelled", 0)


def test_an_ended_job_cannot_be_cancelled(submit, person):
    job = submit()
    work()
    with pytest.raises(Refused, match="ended already"):
        actions.cancel(job, person)


def test_others_cannot_cancel_it(submit, studio):
    job = submit()
    with pytest.raises(Refused) as refused:
        actions.cancel(job, make_person(studio, "member"))
    assert refused.value.status == 403
    actions.cancel(job, make_person(studio, "office"))
