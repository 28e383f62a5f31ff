"""What a job function gets in its hands."""

import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from studio.jobs import claims
from studio.jobs.choices import JobState
from studio.jobs.endings import end
from studio.jobs.errors import Cancelled
from studio.jobs.models import Job

SECONDS_BETWEEN_WRITES = 0.5


class JobRun:
    """One attempt at one job. Every method raises ``Cancelled`` or ``LostClaim`` when it is time to stop.

    ``job``, ``actor`` and ``studio`` are fresh from the database; ``result`` is stored with the job when it ends.
    """

    def __init__(self, job: Job):
        self.job, self.actor, self.studio = job, job.actor, job.studio
        self.result: dict = {}
        self.ended = False
        self._written = 0.0

    def step(self, key: str) -> None:
        """Enter the declared step ``key``; its label shows on the job's page."""
        if key not in {step.key for step in self.job.kind.steps}:
            raise ValueError(f"{self.job.key} declares no step {key!r}")
        self._write(step=key, done=0, total=None)

    def progress(self, done: int, total: int) -> None:
        """Say how far the step is. Cheap enough to call for every row: it writes twice a second at most."""
        if done >= total or time.monotonic() - self._written >= SECONDS_BETWEEN_WRITES:
            self._write(done=done, total=total)

    def _write(self, **values) -> None:
        claims.renew(self.job, **values)
        self._written = time.monotonic()

    @contextmanager
    def fence(self):
        """The one transaction in which the job takes effect and ends.

        Entered once, as the last act: the claim is checked again under the row's lock, what the body writes and
        the end of the job are committed together, so a killed or late worker never leaves the effect twice.
        Yields ``result``; put ``"url"`` into it. Keep it short: heavy work and files come before.
        """
        with claims.locked(self.job) as row:
            if row.cancel_requested_at:
                raise Cancelled
            yield self.result
            row.actor, row.studio = self.actor, self.studio
            end(row, JobState.DONE, result=self.result)
        self.ended = True

    def temporary(self, name: str) -> Path:
        """A path for an unfinished file called ``name``; the folder belongs to this attempt and vanishes with it."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return self.folder / Path(name).name

    @property
    def folder(self) -> Path:
        """The attempt's own folder, on the same disk as the private files so that renaming is atomic."""
        return work_folder() / f"{self.job.pk}-{self.job.fence}"


def work_folder() -> Path:
    """Where attempts keep their unfinished files."""
    return Path(settings.PRIVATE_DIR) / "work"
