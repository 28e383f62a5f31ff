"""Worker groups that are killed at any moment and started again, as a supervisor would."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings


class Workers:
    """One Celery worker with two pool children and the scheduler, in a process group of its own."""

    def __init__(self, folder: Path, name: str = "worker"):
        self.folder, self.name, self.process, self.starts = folder, name, None, 0

    def start(self):
        """Start the group unless it runs."""
        if self.process and self.process.poll() is None:
            return
        self.starts += 1
        schedule = self.folder / f"{self.name}-schedule-{self.starts}"
        command = [sys.executable, "-m", "celery", "-A", "tests.jobs.worker", "worker", "--concurrency", "2", "--beat"]
        command += ["--schedule", str(schedule), "--loglevel", "ERROR", "--without-gossip", "--without-mingle"]
        with (self.folder / f"{self.name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=settings.BASE_DIR, stdout=log, stderr=log, start_new_session=True
            )

    def ready(self, seconds: float = 60) -> None:
        """Wait until it listens."""
        mark = settings.DATA_DIR / "marks" / f"ready-{self.process.pid}"
        end = time.monotonic() + seconds
        while not mark.exists():
            if time.monotonic() > end or self.process.poll() is not None:
                raise AssertionError(f"the worker does not listen, see {self.folder / self.name}.log")
            time.sleep(0.05)

    def children(self) -> list[int]:
        """Processes that the worker started, found in the kernel's list."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in listed.read_text().split()] if listed.exists() else []

    def kill(self):
        """The whole group at once, as when the machine loses power."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def kill_child(self, rng) -> None:
        """One of the pool's processes."""
        if found := self.children():
            try:
                os.kill(rng.choice(found), signal.SIGKILL)
            except ProcessLookupError:
                return

    def freeze(self):
        os.killpg(self.process.pid, signal.SIGSTOP)

    def thaw(self):
        os.killpg(self.process.pid, signal.SIGCONT)
