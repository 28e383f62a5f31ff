"""How a job ends: state, audit row and notice in one transaction, so exactly once."""

from django.db import transaction
from django.utils import timezone

from studio.audit.log import record as audit
from studio.jobs.choices import JobState
from studio.jobs.models import Job
from studio.notices.actions import notify


def end(row: Job, state: JobState, *, result: dict | None = None, error="") -> None:
    """Write the end of ``row``, whose lock the caller holds, and tell the person who asked."""
    Job.objects.filter(pk=row.pk).update(
        state=state,
        result=result or {},
        error=str(error),
        ended_at=timezone.now(),
        lease_until=None,
    )
    audit(row.actor, f"job.{state}", row, studio=row.studio, key=row.key, attempts=row.attempts)
    notify(
        row.actor,
        f"jobs.{state}",
        studio=row.studio,
        params={"key": row.key, "params": row.params},
        url=(result or {}).get("url") or row.get_absolute_url(),
        key=f"jobs.job:{row.pk}",
    )


def end_unclaimed(job: Job, state: JobState, *, error="") -> bool:
    """End a job that nobody works on, unless it was claimed or ended since ``job`` was read."""
    with transaction.atomic():
        untouched = Job.objects.claimable(timezone.now()).filter(pk=job.pk, fence=job.fence)
        row = untouched.select_related("actor", "studio").select_for_update(of=("self",)).first()
        if row is None:
            return False
        end(row, state, error=error)
        return True
