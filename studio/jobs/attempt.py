"""One attempt at a job: from the claim to an end, a retry, or silence when the claim is lost."""

import errno
import logging
import shutil

from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.jobs import claims, conf
from studio.jobs.choices import JobState
from studio.jobs.endings import end, end_unclaimed
from studio.jobs.errors import Cancelled, JobFailed, LostClaim
from studio.jobs.heartbeat import Heartbeat
from studio.jobs.models import MAX_ATTEMPTS, Job
from studio.jobs.run import JobRun, work_folder

logger = logging.getLogger(__name__)


def work() -> None:
    """Do the job whose turn it is: one that waits or was abandoned. Called by the Celery task, as often as it likes."""
    while job := Job.objects.in_turn(timezone.now()):
        if attempted(job):
            return


def attempted(job: Job) -> bool:
    """End ``job`` or try it once; false when another worker was faster, so that this one looks for the next."""
    with translation.override(job.language):
        if job.cancel_requested_at:
            return end_unclaimed(job, JobState.CANCELLED)
        if job.attempts >= MAX_ATTEMPTS:
            gone = _("The worker stopped without a word %(times)d times.") % {"times": MAX_ATTEMPTS}
            return end_unclaimed(job, JobState.FAILED, error=gone)
        claimed = claims.take(job)
        if claimed:
            with Attempt(claimed) as run:
                execute(run)
        return claimed is not None


def execute(run: JobRun) -> None:
    """Check the person's rights of today, call the job function, and end the job if the function did not."""
    job, kind = run.job, run.job.kind
    if kind is None:
        raise JobFailed(_("This version of the product does not know this kind of work."))
    if not kind.allows(run.actor, run.studio, job.params):
        raise PermissionDenied
    returned = kind.function(run, **job.params) or {}
    if run.ended:
        Job.objects.filter(pk=job.pk, fence=job.fence, state=JobState.DONE).update(result=run.result | returned)
        return
    with run.fence() as result:
        result.update(returned)


class Attempt:
    """Wraps a claimed job: heartbeat while it runs, then its end or a retry, whatever was raised."""

    def __init__(self, job: Job):
        self.job, self.run = job, JobRun(job)
        self.heartbeat = Heartbeat(job)

    def __enter__(self) -> JobRun:
        self.heartbeat.__enter__()
        return self.run

    def __exit__(self, kind, raised, trace) -> bool:
        self.heartbeat.__exit__()
        try:
            if raised and self.run.ended:
                logger.error("job %s: raised after its end", self.job.pk, exc_info=raised)
            return raised is None or self.run.ended or self._settle(raised)
        except LostClaim:
            logger.warning("job %s: the claim was lost, nothing written", self.job.pk)
            return True
        finally:
            shutil.rmtree(self.run.folder, ignore_errors=True)

    def _settle(self, raised: BaseException) -> bool:
        """Write what ``raised`` means for the job; true when it needs no further noise."""
        match raised:
            case LostClaim():
                raise raised
            case Cancelled():
                self._end(JobState.CANCELLED)
            case PermissionDenied():
                self._end(JobState.FAILED, _("You no longer have the right to do this."))
            case JobFailed():
                self._end(JobState.FAILED, raised.reason)
            case Refused():
                self._end(JobState.FAILED, raised.text)
            case _:
                logger.error("job %s, attempt %s", self.job.pk, self.job.attempts, exc_info=raised)
                self._retry_or_fail(raised)
                return isinstance(raised, Exception)
        return True

    def _retry_or_fail(self, raised: BaseException) -> None:
        if self.job.attempts >= MAX_ATTEMPTS:
            self._end(JobState.FAILED, explain(raised, self.job))
            return
        again_at = timezone.now() + conf.pause_before_attempt(self.job.attempts)
        claims.held(self.job).update(state=JobState.QUEUED, lease_until=None, due_at=again_at, sent_at=None)

    def _end(self, state: JobState, error="") -> None:
        with claims.locked(self.job) as row:
            row.actor, row.studio = self.job.actor, self.job.studio
            end(row, state, error=error)


def explain(raised: BaseException, job: Job) -> str:
    """The last reason of a job given up, in words; the log holds the rest."""
    if isinstance(raised, OSError) and raised.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("The disk is full. Ask an administrator to make room, then ask for it again.")
    return _(
        "It stopped at an error %(times)d times (%(error)s). An administrator finds it in the log as job %(job)s."
    ) % {
        "times": job.attempts,
        "error": type(raised).__name__,
        "job": job.pk,
    }


def sweep_work_folder() -> None:
    """Delete what killed attempts left behind: folders of claims that no longer hold."""
    for folder in work_folder().glob("*-*"):
        pk, _dash, fence = folder.name.partition("-")
        if not Job.objects.filter(pk=pk, fence=fence, state=JobState.RUNNING).exists():
            shutil.rmtree(folder, ignore_errors=True)
