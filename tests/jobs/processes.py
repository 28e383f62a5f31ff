"""Real worker processes on an SQLite file and a queue of their own: a folder, or the Redis under test."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import redis
from celery import Celery
from django.conf import settings
from django.core.management import call_command
from django.db import connections

from studio.settings import installation

LEASE = 2
NUMBERS = {"JOB_LEASE_SECONDS": LEASE, "JOB_RESEND_SECONDS": 1, "JOB_SWEEP_SECONDS": 1, "JOB_RETRY_SECONDS": 0}


class Installation:
    """A data folder with database, queue and private files, the workers on it, and a folder for marks."""

    def __init__(self, folder: Path):
        self.folder, self.workers = folder, []
        self.queue, self.marks, self.private = folder / "queue", folder / "marks", folder / "private"
        for needed in (self.queue, self.marks, self.private):
            needed.mkdir(parents=True)
        self.database = folder / "studio.sqlite3"
        self.app = Celery("outside", set_as_current=False)
        self.app.conf.update(self._broker())

    def _broker(self) -> dict:
        """What the settings say in a process of this installation."""
        if settings.REDIS_URL:
            self.prefix = installation(settings.SECRET_KEY, self.database) + ":queue:"
            return {
                "broker_url": settings.REDIS_URL,
                "broker_transport_options": {"global_keyprefix": self.prefix, "socket_timeout": 5},
            }
        folders = {"data_folder_in": str(self.queue), "data_folder_out": str(self.queue)}
        return {
            "broker_url": "filesystem://",
            "broker_transport": "studio.jobs.transport:Transport",
            "broker_transport_options": folders | {"control_folder": str(self.queue / "control")},
        }

    @contextmanager
    def connected(self):
        """Django's default connection leads to this installation's database."""
        before, own = connections.settings["default"], connections["default"]
        changed = {**before, "ENGINE": "django.db.backends.sqlite3", "NAME": self.database, "TEST": before["TEST"]}
        changed["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;",
        }
        connections.settings["default"] = changed
        del connections["default"]
        try:
            yield
        finally:
            connections["default"].close()
            connections.settings["default"] = before
            connections["default"] = own

    def all_ready(self):
        """Wait until every worker listens."""
        for worker in self.workers:
            ready = self.marks / f"ready-{worker.process.pid}"
            wait_until(ready.exists, f"the worker listens, see {worker.log}")

    def migrate(self):
        call_command("migrate", verbosity=0)

    def start_worker(self, *options) -> "Worker":
        worker = Worker(self, options)
        self.workers.append(worker)
        return worker

    def waiting_messages(self) -> int:
        """How many messages nobody has taken yet."""
        if settings.REDIS_URL:
            return redis.Redis.from_url(settings.REDIS_URL).llen(f"{self.prefix}celery")
        return len(list(self.queue.glob("*.msg")))

    def empty_queue(self):
        """Throw everything away, the transport's own notes too."""
        if settings.REDIS_URL:
            server = redis.Redis.from_url(settings.REDIS_URL)
            server.delete(*server.scan_iter(f"{self.prefix}*"))
            return
        shutil.rmtree(self.queue, ignore_errors=True)
        self.queue.mkdir(exist_ok=True)

    def starts(self, job) -> list[Path]:
        """Marks that attempts at ``job`` left when they started, in their order."""
        return sorted(self.marks.glob(f"start-{job.pk}-*"))

    def end(self):
        for worker in self.workers:
            worker.kill()


class Worker:
    """A Celery worker with two pool children, in a process group of its own."""

    def __init__(self, installation: Installation, options):
        command = [sys.executable, "-m", "celery", "-A", "tests.jobs.worker", "worker", "--concurrency", "2"]
        command += ["--loglevel", "WARNING", "--without-gossip", "--without-mingle", *options]
        environment = os.environ | {"DATA_DIR": str(installation.folder), "DATABASE_URL": ""}
        environment |= {name: str(number) for name, number in NUMBERS.items()}
        self.log = installation.folder / f"worker-{len(installation.workers)}.log"
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                command, cwd=settings.BASE_DIR, env=environment, stdout=log, stderr=log, start_new_session=True
            )

    def kill(self):
        """The whole group at once, as when the machine loses power."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def wait_until(condition, what: str, seconds: float = 40):
    """Poll until ``condition()`` gives something true, and return it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.05)
    raise AssertionError(f"after {seconds} s still not: {what}")


def stop(pid: int, database: Path):
    """Stop a process, but not while it holds the database's write lock, which would stop everybody."""
    while True:
        os.kill(pid, signal.SIGSTOP)
        probe = sqlite3.connect(database, timeout=0.2, isolation_level=None)
        try:
            probe.execute("BEGIN IMMEDIATE")
            probe.execute("ROLLBACK")
            return
        except sqlite3.OperationalError:
            os.kill(pid, signal.SIGCONT)
            time.sleep(0.05)
        finally:
            probe.close()
