"""How far a job is, in the words its page shows."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from studio.jobs.choices import JobState
from studio.jobs.models import Job

NOW, PAST, AHEAD = "now", "past", "ahead"


@dataclass(frozen=True)
class StepShown:
    """One line of the list of steps; ``place`` is past, now or ahead."""

    label: str
    place: str


@dataclass(frozen=True)
class Progress:
    """Everything the page says about a job at this moment."""

    job: Job
    steps: list[StepShown]
    elapsed: str
    headline: str

    @property
    def following(self) -> str:
        """The step that comes next, while one is under way."""
        if not self.job.is_under_way:
            return ""
        return next((step.label for step in self.steps if step.place == AHEAD), "")

    @property
    def url(self) -> str:
        """Where the result is, once there is one."""
        return self.job.result.get("url", "") if self.job.state == JobState.DONE else ""


def progress_of(job: Job) -> Progress:
    """Read the row as it is now."""
    return Progress(job, _steps(job), elapsed(job), _headline(job))


def _steps(job: Job) -> list[StepShown]:
    steps = job.kind.steps_of(job.params) if job.kind else ()
    keys = [step.key for step in steps]
    at = keys.index(job.step) if job.step in keys else -1
    if job.state == JobState.DONE:
        at = len(keys)
    places = [PAST if n < at else NOW if n == at else AHEAD for n in range(len(steps))]
    return [StepShown(step.label, place) for step, place in zip(steps, places, strict=True)]


def elapsed(job: Job) -> str:
    """Time since it was asked for, until now or its end."""
    seconds = int(((job.ended_at or timezone.now()) - job.created_at).total_seconds())
    minutes, seconds = divmod(max(seconds, 0), 60)
    if minutes:
        return _("%(minutes)d min %(seconds)d s") % {"minutes": minutes, "seconds": seconds}
    return _("%(seconds)d s") % {"seconds": seconds}


def _headline(job: Job) -> str:
    """One sentence: where it stands and what comes next."""
    if job.state == JobState.DONE:
        return _("It is ready.")
    if job.state == JobState.FAILED:
        return job.error
    if job.state == JobState.CANCELLED:
        return _("It was cancelled; nothing was kept.")
    if job.cancel_requested_at:
        return _("It stops at the next opportunity.")
    if job.state == JobState.RUNNING and job.lease_until < timezone.now():
        return _("The worker stopped answering. Another one takes over within a minute.")
    if job.state == JobState.RUNNING:
        return _("You may leave this page; a notice tells you when it ends.")
    if job.attempts:
        return ngettext(
            "It stopped at an error and is tried again (%(times)d attempt so far).",
            "It stopped at an error and is tried again (%(times)d attempts so far).",
            job.attempts,
        ) % {"times": job.attempts}
    return _("It starts as soon as a worker is free. You may leave this page.")
