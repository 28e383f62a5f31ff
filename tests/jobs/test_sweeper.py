from datetime import timedelta

import pytest
from django.utils import timezone

from studio.jobs import claims
from studio.jobs.models import Job
from studio.jobs.schedule import schedule
from studio.jobs.sweeper import sweep
from studio.jobs.tasks import run_every_minute

LONG_AGO = timezone.now() - timedelta(hours=1)


@pytest.fixture
def job(submit):
    return submit()


def test_a_fresh_job_is_left_to_its_first_call(job):
    assert sweep() == 0


def test_an_unheard_job_is_called_again_once_per_interval(job):
    Job.objects.update(sent_at=LONG_AGO)
    assert sweep() == 1
    assert sweep() == 0


def test_an_abandoned_job_is_called_again(job):
    claims.take(job)
    Job.objects.update(sent_at=LONG_AGO)
    assert sweep() == 0
    Job.objects.update(lease_until=LONG_AGO)
    assert sweep() == 1


def test_a_job_that_waits_for_its_next_attempt_is_not_called_early(job):
    Job.objects.update(sent_at=None, due_at=timezone.now() + timedelta(minutes=1))
    assert sweep() == 0


def test_the_schedule_sweeps_and_keeps_house(db):
    entries = schedule()
    assert entries["sweep"]["task"] == "jobs.sweep"
    housekeeping = [entry["args"][0] for entry in entries.values() if entry["task"] == "jobs.every_minute"]
    assert {"audit.seal", "files.sweep", "jobs.sweep_work_folder"} <= set(housekeeping)
    for key in housekeeping:
        run_every_minute(key)
