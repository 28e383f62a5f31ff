"""Jobs that only tests know. Worker processes of the tests load this module too."""

import os
import signal
import time
from pathlib import Path

from django.utils.translation import get_language

from studio.files.actions import attach
from studio.jobs.errors import JobFailed, LostClaim
from studio.jobs.registry import job

STEPS = [("first", "Prepare"), ("second", "Write")]


@job("trial.simple", label="Trial", permission="home.view", steps=STEPS)
def simple(run, *, text="done"):
    run.step("first")
    run.progress(1, 2)
    run.step("second")
    return {"text": text, "language": get_language(), "url": "/result/"}


@job("trial.file", label="Trial with a file", permission="home.view", steps=STEPS)
def with_file(run, *, marks="", seconds=0.0, crash=""):
    """Writes a file and keeps it, once; ``marks`` is a folder that notes every start; ``crash`` says where to die."""
    if marks:
        (Path(marks) / f"start-{run.job.pk}-{run.job.fence}").write_text(str(os.getpid()))
    first_time = run.job.attempts == 1
    run.step("first")
    if crash == "before" and first_time:
        os.kill(os.getpid(), signal.SIGKILL)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(0.05)
        run.progress(1, 2)
    path = run.temporary("result.txt")
    path.write_text(f"result of job {run.job.pk}")
    run.step("second")
    with run.fence() as result:
        kept = attach(run.job, "export", path, run.actor)
        result["url"] = kept.get_absolute_url()
        if crash == "inside" and first_time:
            os.kill(os.getpid(), signal.SIGKILL)
    if crash == "after" and first_time:
        os.kill(os.getpid(), signal.SIGKILL)


@job("trial.pause", label="Trial with a pause", permission="home.view")
def paused(run, *, marks, fence_after):
    """Waits without a sign of life while the test has the process stopped, then writes its effect if it may."""
    (Path(marks) / f"start-{run.job.pk}-{run.job.fence}").write_text(str(os.getpid()))
    if run.job.attempts == 1:
        gate = Path(marks) / fence_after
        while not gate.exists():
            time.sleep(0.02)
    path = run.temporary("result.txt")
    path.write_text("result")
    try:
        with run.fence() as result:
            attach(run.job, "export", path, run.actor, name=f"by-claim-{run.job.fence}.txt")
            result["claim"] = run.job.fence
    except LostClaim:
        (Path(marks) / f"refused-{run.job.pk}-{run.job.fence}").touch()
        raise


@job("trial.poison", label="Trial that kills", permission="home.view")
def poison(run, *, marks):
    (Path(marks) / f"start-{run.job.pk}-{run.job.fence}").touch()
    os.kill(os.getpid(), signal.SIGKILL)


@job("trial.error", label="Trial with an error", permission="home.view")
def error(run, *, times=99):
    if run.job.attempts <= times:
        raise ZeroDivisionError("secret detail")


@job("trial.refuse", label="Trial with a reason", permission="home.view")
def refuse(run):
    raise JobFailed("There is no figure for this year.")


@job("trial.staff", label="Trial for the office", permission="studio.edit")
def staff(run):
    return {}
