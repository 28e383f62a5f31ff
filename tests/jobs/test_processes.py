"""Workers killed, paused and doubled: every job is done once in effect, with one file and one notice."""

import os
import signal
import time

import pytest

from studio.files.models import Attachment
from studio.jobs import actions, wake
from studio.jobs.models import Job
from studio.notices.models import Notice
from tests.factories import make_person, make_studio
from tests.jobs.processes import NUMBERS, Installation, stop, wait_until

pytestmark = pytest.mark.processes


@pytest.fixture(scope="module")
def running(tmp_path_factory, django_db_blocker):
    """An installation with two workers and the scheduler."""
    installation = Installation(tmp_path_factory.mktemp("jobs"))
    with django_db_blocker.unblock(), installation.connected():
        installation.migrate()
        installation.start_worker("--beat", "--schedule", str(installation.folder / "beat"))
        installation.start_worker()
        installation.all_ready()
        installation.studio = make_studio(slug="workshop")
        yield installation
        installation.end()


@pytest.fixture
def installation(running, settings, monkeypatch):
    """The test process stands for the web server: same database, queue and folders."""
    settings.PRIVATE_DIR, settings.QUEUE_DIR = running.private, running.queue
    for name, number in NUMBERS.items():
        setattr(settings, name, number)
    monkeypatch.setattr(wake, "app", running.app)
    return running


@pytest.fixture
def ask(installation):
    """Submit a trial job as a new member, so that nothing is taken for a repeated request."""

    def submit(key="trial.file", **params):
        if key != "trial.simple":
            params["marks"] = str(installation.marks)
        return actions.submit(key, params, make_person(installation.studio, "member"), installation.studio)

    return submit


def ended(*jobs):
    """The fresh rows once all of them have ended."""

    def all_ended():
        rows = list(Job.objects.filter(pk__in=[job.pk for job in jobs]).order_by("pk"))
        return None if any(row.is_under_way for row in rows) else rows

    return wait_until(all_ended, "all jobs ended")


def assert_done_once(job):
    """One file, one notice, the state that says so."""
    assert job.state == "done", job.error
    (file,) = Attachment.objects.of(job)
    assert file.path.stat().st_size == file.size
    assert job.result["url"] == file.get_absolute_url()
    assert Notice.objects.filter(person=job.actor).count() == 1


def test_a_pool_child_killed_at_different_instants_and_a_poison_job(ask, installation):
    instants = ("before", "inside", "after", "")
    jobs = [ask(crash=instant) for instant in instants]
    poisoned = ask("trial.poison")
    *rows, poison = ended(*jobs, poisoned)
    for job in rows:
        assert_done_once(job)
    tries = dict(zip(instants, [job.attempts for job in rows], strict=True))
    assert tries["before"] >= 2 and tries["inside"] >= 2
    assert tries["after"] == 1, "what had taken effect was done again"
    assert (poison.state, poison.attempts) == ("failed", 5)
    assert len(installation.starts(poison)) == 5
    assert "stopped without a word" in poison.error
    assert Notice.objects.get(person=poison.actor).kind == "jobs.failed"


def test_the_same_message_many_times_and_two_workers(ask, installation):
    jobs = [ask(seconds=0.3) for _number in range(3)]
    for _time in range(5):
        for job in jobs:
            wake.send(job.pk)
    for job in ended(*jobs):
        assert_done_once(job)
        assert len(installation.starts(job)) == job.attempts == 1


def test_a_worker_paused_past_its_lease_is_refused(ask, installation):
    job = ask("trial.pause", fence_after=f"gate-{time.monotonic_ns()}")
    (start,) = wait_until(lambda: [mark for mark in installation.starts(job) if mark.read_text()], "the job starts")
    paused = int(start.read_text())
    stop(paused, installation.database)
    (row,) = ended(job)
    assert row.result == {"claim": 2}
    (installation.marks / job.params["fence_after"]).touch()
    os.kill(paused, signal.SIGCONT)
    wait_until(lambda: (installation.marks / f"refused-{job.pk}-1").exists(), "the late worker is refused")
    (file,) = Attachment.objects.of(job)
    assert file.original_name == "by-claim-2.txt"
    assert Notice.objects.filter(person=job.actor).count() == 1
    assert Job.objects.get(pk=job.pk).result == {"claim": 2}


def test_the_whole_group_killed_and_the_queue_emptied(ask, installation):
    running, waiting = ask(seconds=1), ask(seconds=0.1)
    wait_until(lambda: installation.starts(running), "the job starts")
    installation.end()
    later = ask()
    wait_until(installation.waiting_messages, "the wake-up call is in the queue")
    installation.empty_queue()
    installation.start_worker("--beat", "--schedule", str(installation.folder / "beat-2"))
    for job in ended(running, waiting, later):
        assert_done_once(job)
    assert Job.objects.get(pk=running.pk).attempts == 2
    assert len(installation.starts(running)) == 2
