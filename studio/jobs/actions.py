"""Ask for slow work, and take the request back."""

import hashlib
import json
from functools import partial

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.jobs.choices import JobState
from studio.jobs.endings import end_unclaimed
from studio.jobs.models import Job
from studio.jobs.registry import kinds
from studio.jobs.wake import wake
from studio.organisation.access import refusal


def submit(key: str, params: dict, actor, studio) -> Job:
    """Ask for the job ``key`` with plain JSON ``params``; call it inside the business transaction.

    The row is the promise: it commits or vanishes with the caller's transaction, and only then wakes a worker.
    The same request of the same person that is still under way is returned instead of a second one.
    Raises ``Refused`` (403) without the right.
    """
    kind = kinds[key]
    if not kind.allows(actor, studio, params):
        raise Refused(refusal(kind.permission_for(params)), 403)
    same = {"studio": studio, "actor": actor, "key": key, "fingerprint": fingerprint(params)}
    if job := Job.objects.under_way().filter(**same, cancel_requested_at=None).first():
        return job
    try:
        with transaction.atomic():
            job = Job.objects.create(**same, params=params, language=translation.get_language())
            audit(actor, "job.submit", job, key=key)
    except IntegrityError:  # the same request came in at the same moment, or is being cancelled
        return Job.objects.under_way().filter(**same).first() or submit(key, params, actor, studio)
    transaction.on_commit(partial(wake, job.pk), robust=True)
    return job


def fingerprint(params: dict) -> str:
    """Equal for equal parameters, whatever their order."""
    return hashlib.sha256(json.dumps(params, sort_keys=True, cls=DjangoJSONEncoder).encode()).hexdigest()


def cancel(job: Job, actor) -> None:
    """Take the request back: at once when nobody works on it, otherwise at the worker's next sign of life."""
    if not actor.has_perm("jobs.cancel", job):
        raise Refused(refusal("jobs.cancel"), 403)
    with transaction.atomic():
        asked = Job.objects.under_way().filter(pk=job.pk).update(cancel_requested_at=timezone.now())
        if not asked:
            raise Refused(_("It has ended already; there is nothing left to cancel."))
        audit(actor, "job.cancel", job)
        job.refresh_from_db()
        end_unclaimed(job, JobState.CANCELLED)
