import errno
from datetime import timedelta

import pytest
from django.utils import timezone

from studio.files.models import Attachment
from studio.jobs import actions, attempt, claims
from studio.jobs.attempt import Attempt, execute, work
from studio.jobs.errors import LostClaim
from studio.jobs.models import Job
from studio.jobs.registry import Registry, kinds
from studio.notices.models import Notice
from studio.organisation.models import Membership
from tests.factories import make_person

LONG_AGO = timezone.now() - timedelta(days=1)


def lapse(job, **values):
    """As if its worker had died: the lease is over."""
    Job.objects.filter(pk=job.pk).update(lease_until=LONG_AGO, due_at=LONG_AGO, **values)
    job.refresh_from_db()


def taken(job):
    return claims.take(Job.objects.select_related("actor", "studio").get(pk=job.pk))


def test_a_job_runs_under_its_language_and_ends_with_its_result(submit, person):
    job = submit(text="hi")
    Job.objects.update(language="zh-hans")
    work()
    job.refresh_from_db()
    assert (job.state, job.attempts, job.step) == ("done", 1, "second")
    assert job.result == {"text": "hi", "language": "zh-hans", "url": "/result/"}
    assert job.lease_until is None and job.ended_at >= job.started_at


def test_the_same_message_ten_times_does_it_once(submit):
    job = submit("trial.file")
    for _time in range(10):
        work()
    job.refresh_from_db()
    assert job.attempts == 1
    assert Attachment.objects.count() == Notice.objects.count() == 1
    assert Attachment.objects.get().path.read_text() == f"result of job {job.pk}"


def test_every_end_is_told_once(submit, person):
    for key in ("trial.simple", "trial.refuse"):
        submit(key)
        work()
    actions.cancel(submit("trial.file"), person)
    told = sorted(Notice.objects.values_list("person", "kind"))
    assert told == [(person.pk, kind) for kind in ("jobs.cancelled", "jobs.done", "jobs.failed")]


def test_only_one_of_two_workers_gets_the_claim(submit):
    job = submit()
    same_moment = Job.objects.get(pk=job.pk)
    assert claims.take(job)
    assert claims.take(same_moment) is None


def test_a_held_job_is_left_alone_until_its_lease_lapses(submit):
    job = submit()
    assert taken(job).fence == 1
    work()
    job.refresh_from_db()
    assert (job.state, job.fence) == ("running", 1)
    lapse(job)
    work()
    job.refresh_from_db()
    assert (job.state, job.fence, job.attempts) == ("done", 2, 2)


def test_a_late_worker_writes_nothing(submit):
    job = submit("trial.file")
    late = taken(job)
    lapse(job)
    work()
    with Attempt(late) as run:
        execute(run)
    assert not run.ended
    for write in (lambda: run.step("first"), lambda: run.progress(1, 1), run.fence().__enter__):
        with pytest.raises(LostClaim):
            write()
    assert Attachment.objects.count() == Notice.objects.count() == 1


def test_a_late_error_does_not_disturb_the_new_claim(submit):
    job = submit("trial.error")
    late = taken(job)
    lapse(job)
    current = taken(job)
    with Attempt(late) as run:
        execute(run)
    job.refresh_from_db()
    assert (job.state, job.fence) == ("running", current.fence)


def test_an_error_is_tried_again_and_then_succeeds(submit):
    job = submit("trial.error", times=2)
    for tried in (1, 2):
        work()
        job.refresh_from_db()
        assert (job.state, job.attempts) == ("queued", tried)
        assert job.due_at > timezone.now()
        work()  # too early: nothing happens
        lapse(job)
    work()
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("done", 3)


def test_after_five_tries_it_fails_with_a_reason_for_people(submit):
    job = submit("trial.error")
    for _time in range(7):
        work()
        lapse(job)
    assert (job.state, job.attempts) == ("failed", 5)
    assert "5 times" in job.error and "secret" not in job.error
    assert Notice.objects.get().kind == "jobs.failed"


def test_a_job_whose_worker_died_five_times_fails(submit):
    job = submit()
    for _time in range(5):
        assert taken(job)
        lapse(job)
    work()
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("failed", 5)
    assert "stopped without a word" in job.error


def test_a_stated_reason_is_not_tried_again(submit):
    job = submit("trial.refuse")
    work()
    job.refresh_from_db()
    assert (job.state, job.attempts, job.error) == ("failed", 1, "There is no figure for this year.")


def test_rights_are_those_of_today(submit, studio, person):
    Membership.objects.create(studio=studio, person=person, role="office", from_date="2020-01-01")
    job = submit("trial.staff", actor=type(person).objects.get(pk=person.pk))
    Membership.objects.filter(role="office").update(to_date="2020-12-31")
    work()
    job.refresh_from_db()
    assert job.state == "failed"
    assert "no longer" in job.error


def test_a_person_who_may_not_sign_in_any_more_gets_nothing(submit, person):
    job = submit()
    type(person).objects.filter(pk=person.pk).update(is_active=False)
    work()
    job.refresh_from_db()
    assert job.state == "failed"


def test_cancel_stops_a_running_job_at_its_next_sign_of_life(submit, person):
    job = submit("trial.file")
    running = taken(job)
    actions.cancel(job, person)
    job.refresh_from_db()
    assert job.state == "running"
    with Attempt(running) as run:
        execute(run)
    job.refresh_from_db()
    assert job.state == "cancelled"
    assert not Attachment.objects.exists()


def test_cancel_after_the_worker_died_ends_it(submit, person):
    job = submit()
    taken(job)
    actions.cancel(job, person)
    lapse(job)
    work()
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("cancelled", 1)


def test_a_kind_that_vanished_fails_with_a_reason(submit, monkeypatch):
    job = submit()
    monkeypatch.setattr("studio.jobs.models.kinds", Registry("empty"))
    work()
    job.refresh_from_db()
    assert job.state == "failed"
    assert "does not know" in job.error
    assert "trial.simple" in kinds


def test_unfinished_files_vanish_with_their_attempt(submit, tmp_path, settings):
    settings.PRIVATE_DIR = tmp_path
    job = submit("trial.file")
    left = tmp_path / "work" / f"{job.pk}-7"
    left.mkdir(parents=True)
    work()
    assert [path.name for path in (tmp_path / "work").iterdir()] == [left.name]
    attempt.sweep_work_folder()
    assert not list((tmp_path / "work").iterdir())


def test_a_full_disk_is_named(submit):
    job = submit()
    text = attempt.explain(OSError(errno.ENOSPC, "No space left on device"), job)
    assert "disk is full" in text


def test_who_asks_for_many_waits_behind_nobody_elses_first(submit, studio, person):
    many = [submit(text=str(number)) for number in range(4)]
    other = actions.submit("trial.simple", {}, make_person(studio, "lead"), studio)
    order = []
    for _message in range(5):
        work()
        done = Job.objects.filter(state="done").exclude(pk__in=order).get()
        order.append(done.pk)
    assert order == [many[0].pk, other.pk, *(job.pk for job in many[1:])]


def test_a_message_that_finds_its_job_done_does_the_next_one(submit):
    first, second = submit(text="1"), submit(text="2")
    for _message in range(2):
        work()
    work()
    assert {job.state for job in Job.objects.filter(pk__in=[first.pk, second.pk])} == {"done"}


def test_the_loser_of_a_claim_takes_the_next_job(submit, monkeypatch):
    first, second = submit(text="1"), submit(text="2")
    real = claims.take

    def faster(job):
        monkeypatch.setattr(claims, "take", real)
        assert real(Job.objects.get(pk=job.pk))  # another worker, in the moment between look and claim
        return real(job)

    monkeypatch.setattr(claims, "take", faster)
    work()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("running", "done")
