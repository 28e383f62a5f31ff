"""The faults of jobs, one function each. Every accepted job is done once in effect: one file, one notice, its hash."""

import contextlib
import hashlib
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402

from studio.files.models import Attachment  # noqa: E402
from studio.jobs import actions  # noqa: E402
from studio.jobs.models import Job  # noqa: E402
from studio.notices.models import Notice  # noqa: E402
from tests.factories import make_person, make_studio  # noqa: E402
from tests.faults.servers import Postgres, Redis  # noqa: E402
from tests.faults.workers import Workers  # noqa: E402
from tests.jobs import trial  # noqa: E402, F401  (the trial jobs)

JOBS, KILLS = 50, 100


class Ground:
    """The studio, the servers and the workers that all scenarios share."""

    def __init__(self, seed: int):
        self.rng = random.Random(seed)
        self.marks = settings.DATA_DIR / "marks"
        self.marks.mkdir(parents=True)
        call_command("migrate", verbosity=0)
        self.studio = make_studio()
        self.workers = Workers(settings.DATA_DIR)
        folder, port = os.environ["FAULTS_REDIS"].split(":")
        self.redis = Redis(Path(folder), int(port))
        folder, port = os.environ["FAULTS_POSTGRES"].split(":")
        self.postgres = Postgres(Path(folder), int(port))

    def ask(self, key="trial.file", **params) -> Job:
        """A job of a new member; a request takes no longer than a person waits, whatever is broken."""
        member = make_person(self.studio, "member")
        began = time.monotonic()
        job = actions.submit(key, {"marks": str(self.marks), **params}, member, self.studio)
        took = time.monotonic() - began
        assert took < 2, f"asking for a job took {took:.1f} s"
        return job

    def done_once(self, jobs, seconds: float = 120) -> None:
        """Wait until all have ended, then hold each against what it must have left."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.workers.start()
            waiting = Job.objects.under_way().filter(pk__in=[job.pk for job in jobs])
            if not waiting.exists():
                break
            time.sleep(0.2)
        for job in Job.objects.filter(pk__in=[job.pk for job in jobs]):
            self.check(job)

    def check(self, job: Job) -> None:
        """One effect: the file with its hash, one notice, and the result that leads to it."""
        assert job.state == "done", f"job {job.pk} is {job.state} after {job.attempts} attempts: {job.error}"
        (file,) = Attachment.objects.of(job)
        content = file.path.read_bytes()
        assert content == f"result of job {job.pk}".encode()
        assert hashlib.sha256(content).hexdigest() == file.sha256
        assert job.result["url"] == file.get_absolute_url()
        assert Notice.objects.filter(person=job.actor).count() == 1


def kills(ground: Ground, kills: int = KILLS) -> str:
    """Worker groups and pool children killed at random instants while jobs come in."""
    jobs, rng = [], ground.rng
    for number in range(kills):
        ground.workers.start()
        if number % 2 == 0 and len(jobs) < JOBS:
            jobs.append(ground.ask(seconds=rng.uniform(0, 0.5)))
        time.sleep(rng.uniform(0.1, 3))
        if rng.random() < 0.4:
            ground.workers.kill()
        else:
            ground.workers.kill_child(rng)
    ground.done_once(jobs)
    tries = sum(Job.objects.filter(pk__in=[job.pk for job in jobs]).values_list("attempts", flat=True))
    return f"{len(jobs)} jobs, {kills} kills, {tries} attempts"


def redis_emptied(ground: Ground) -> str:
    """All messages gone while nobody listens."""
    ground.workers.kill()
    jobs = [ground.ask() for _each in range(5)]
    time.sleep(1)
    subprocess.run(["redis-cli", "-p", str(ground.redis.port), "FLUSHALL"], check=True, stdout=subprocess.DEVNULL)
    ground.done_once(jobs)
    return f"{len(jobs)} jobs"


def redis_down(ground: Ground) -> str:
    """The broker is killed, jobs are accepted all the same, and done once it is back."""
    ground.workers.start()
    ground.workers.ready()
    ground.redis.stop()
    jobs = [ground.ask() for _each in range(3)]
    time.sleep(3)
    ground.redis.start()
    ground.done_once(jobs)
    return f"{len(jobs)} jobs accepted without a broker"


def redis_hung(ground: Ground) -> str:
    """The broker accepts connections and says nothing: nobody who asks for a job waits for it."""
    ground.redis.freeze()
    try:
        jobs = [ground.ask() for _each in range(3)]
        time.sleep(8)
    finally:
        ground.redis.thaw()
    ground.done_once(jobs)
    return f"{len(jobs)} jobs accepted while it hung"


def database_restarted(ground: Ground) -> str:
    """The database breaks off while jobs run."""
    ground.workers.start()
    ground.workers.ready()
    jobs = [ground.ask(seconds=1.5) for _each in range(4)]
    time.sleep(1)
    connections.close_all()
    ground.postgres.restart()
    ground.done_once(jobs)
    return f"{len(jobs)} jobs across a restart"


def disk_full(ground: Ground) -> str:
    """No room for the file: a reason in words, no part of a file, and the next job is none the worse."""
    private = Path(settings.PRIVATE_DIR)
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(private)]
    private.mkdir(parents=True, exist_ok=True)
    if subprocess.run(mount, check=False, stderr=subprocess.DEVNULL).returncode:
        return "LEFT OUT: a small file system cannot be mounted here"
    try:
        filler = private / "filler"
        with contextlib.suppress(OSError), filler.open("wb") as file:
            while True:
                file.write(b"x" * 4096)
                file.flush()
        job = ground.ask()
        end = time.monotonic() + 90
        while Job.objects.get(pk=job.pk).is_under_way and time.monotonic() < end:
            ground.workers.start()
            time.sleep(0.2)
        job.refresh_from_db()
        assert job.state == "failed" and "disk is full" in job.error, f"{job.state}: {job.error}"
        assert not Attachment.objects.of(job).exists()
        filler.unlink()
        again = ground.ask()
        ground.done_once([again])
    finally:
        ground.workers.kill()
        subprocess.run(["umount", "--lazy", str(private)], check=False)
    return "failed with its reason, the next one done"


def paused_past_its_lease(ground: Ground) -> str:
    """A whole worker group sleeps longer than its lease while another does its work; its late writes are refused."""
    ground.workers.start()
    ground.workers.ready()
    jobs = [ground.ask(seconds=2) for _each in range(2)]
    time.sleep(1.2)
    ground.workers.freeze()
    other, first = Workers(settings.DATA_DIR, "second"), ground.workers
    try:
        ground.workers = other
        other.start()
        ground.done_once(jobs)
        first.thaw()
        time.sleep(4)
        for job in Job.objects.filter(pk__in=[job.pk for job in jobs]):
            ground.check(job)
    finally:
        first.thaw()
        other.kill()
        ground.workers = first
    return f"{len(jobs)} jobs"


SCENARIOS = [kills, redis_emptied, redis_down, redis_hung, database_restarted, disk_full, paused_past_its_lease]


def main(arguments) -> int:
    """Run the scenarios one after the other; one line each."""
    options = dict(argument.split("=") for argument in arguments)
    ground = Ground(int(options.get("seed", 1)))
    failed = 0
    try:
        for scenario in SCENARIOS:
            if options.get("only", scenario.__name__) != scenario.__name__:
                continue
            extra = {"kills": int(options["kills"])} if scenario is kills and "kills" in options else {}
            began = time.monotonic()
            try:
                said = scenario(ground, **extra)
            except AssertionError as problem:
                failed, said = failed + 1, f"FAILED: {problem}"
            print(f"{scenario.__name__:24} {time.monotonic() - began:6.1f} s  {said}", flush=True)
    finally:
        ground.workers.kill()
        connection.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
