"""The group of processes: one ends, all end, and nothing is left behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SUPERVISOR = """
import os, sys
from functools import partial
from studio.core.processes import Group

group = Group()
for number, code in enumerate(sys.argv[1:]):
    group.start(f"child {number}", partial(os.execv, sys.executable, [sys.executable, "-c", code]))
print("started", *(child.pid for child in group.children), flush=True)
dead = group.wait(lambda: None)
print("dead:", dead.name if dead else None, flush=True)
"""
SLEEPER = "import time; time.sleep(60)"
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"
WITH_GRANDCHILD = (
    "import subprocess, sys, time;"
    "p = subprocess.Popen([sys.executable, '-c', 'import signal, time;"
    " signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)']);"
    "print('grandchild', p.pid, flush=True); time.sleep(60)"
)


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


def gone(pids, seconds=6):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not any(alive(pid) for pid in pids):
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def supervise():
    started = []

    def start(*codes):
        process = subprocess.Popen([sys.executable, "-c", SUPERVISOR, *codes], stdout=subprocess.PIPE, text=True)
        started.append(process)
        pids = []
        while len(pids) < len(codes) + sum(code is WITH_GRANDCHILD for code in codes):
            word, *numbers = process.stdout.readline().split()
            pids += [int(number) for number in numbers] if word in {"started", "grandchild"} else []
        return process, pids

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=20)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_signal_ends_all_within_five_seconds(supervise, number):
    process, pids = supervise(SLEEPER, WITH_GRANDCHILD)
    began = time.monotonic()
    process.send_signal(number)
    rest = process.communicate(timeout=6)[0]
    assert time.monotonic() - began < 5
    assert "dead: None" in rest
    assert gone(pids)


def test_child_that_ignores_the_signal_is_killed(supervise):
    process, pids = supervise(DEAF)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=5)
    assert gone(pids)


def test_first_dead_child_ends_the_others(supervise):
    process, pids = supervise(SLEEPER, "pass")
    assert "dead: child 1" in process.communicate(timeout=6)[0]
    assert gone(pids)


def test_child_that_raises_ends_the_others_with_its_trace(tmp_path):
    code = SUPERVISOR.replace("print(", "group.start('faulty', lambda: 1 / 0)\nprint(", 1)
    done = subprocess.run([sys.executable, "-c", code, SLEEPER], capture_output=True, text=True, timeout=6, check=True)
    assert "dead: faulty" in done.stdout
    assert "ZeroDivisionError" in done.stderr
    assert gone([int(pid) for pid in done.stdout.split("\n")[0].split()[1:]])


def test_children_do_not_outlive_a_killed_parent(supervise):
    process, pids = supervise(SLEEPER, SLEEPER)
    process.kill()
    process.wait()
    assert gone(pids)
