"""Finds jobs whose wake-up call went unanswered, and repeats it."""

from django.db.models import Q
from django.utils import timezone

from studio.jobs import conf
from studio.jobs.models import Job
from studio.jobs.wake import send

AT_ONCE = 100


def sweep() -> int:
    """Wake jobs that are due and unheard, or whose worker gave no sign of life; returns how many."""
    now = timezone.now()
    unheard = Q(sent_at=None) | Q(sent_at__lt=now - conf.resend_after())
    stale = Job.objects.claimable(now).filter(unheard).order_by("pk")
    found = list(stale.values_list("pk", flat=True)[:AT_ONCE])
    Job.objects.filter(pk__in=found).update(sent_at=now)
    for job_id in found:
        if not send(job_id):
            break
    return len(found)
