"""Who works on a job: claims by compare-and-set, with a lease and a fencing number.

A claim is a job row whose ``fence`` the worker knows. Every later claim raises the number, so whatever an earlier
worker still tries to write finds no row. Nothing here relies on the queue.
"""

from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone

from studio.jobs import conf
from studio.jobs.choices import JobState
from studio.jobs.errors import Cancelled, LostClaim
from studio.jobs.models import MAX_ATTEMPTS, Job


def take(job: Job) -> Job | None:
    """Claim ``job`` as it was read; ``None`` when somebody else holds it, or nothing is left to try."""
    now = timezone.now()
    if job.attempts >= MAX_ATTEMPTS or job.cancel_requested_at:
        return None
    won = (
        Job.objects.claimable(now)
        .filter(pk=job.pk, fence=job.fence, cancel_requested_at=None)
        .update(
            state=JobState.RUNNING,
            fence=job.fence + 1,
            attempts=job.attempts + 1,
            lease_until=now + conf.lease(),
            started_at=job.started_at or now,
            step="",
            done=0,
            total=None,
        )
    )
    return Job.objects.select_related("actor", "studio").get(pk=job.pk, fence=job.fence + 1) if won else None


def held(job: Job):
    """The row while this claim holds; empty as soon as somebody else claimed it or it ended."""
    return Job.objects.filter(pk=job.pk, fence=job.fence, state=JobState.RUNNING)


def renew(job: Job, **progress) -> None:
    """Extend the lease and store ``progress``; raises ``Cancelled`` or ``LostClaim``."""
    values = {"lease_until": timezone.now() + conf.lease(), **progress}
    if not held(job).filter(cancel_requested_at=None).update(**values):
        raise Cancelled if held(job).exists() else LostClaim


@contextmanager
def locked(job: Job):
    """A transaction that holds the job's row lock and goes on only while the claim holds.

    Until it commits nobody can claim, cancel or end the job, so what is written here is written once.
    """
    with transaction.atomic(durable=True):
        row = held(job).select_for_update().first()
        if row is None:
            raise LostClaim
        yield row
