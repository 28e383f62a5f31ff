"""``manage.py run`` with real processes on a spare port: starts, stops and fails as a whole."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.platform.test_processes import gone

pytestmark = pytest.mark.xdist_group("run")  # one installation for all
NAMES = {"web server", "worker", "scheduler"}


def spare_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def environment(tmp_path_factory, django_db_setup, django_db_blocker):
    """An installation of its own, on the kind of database and queue under test."""
    folder = tmp_path_factory.mktemp("run")
    values = {**os.environ, "MODE": "test", "DATA_DIR": str(folder), "WEB_WORKERS": "1", "JOB_WORKERS": "1"}
    name = f"studio_run_{os.getpid()}"
    if connection.vendor == "postgresql":
        base, _, _ = os.environ["DATABASE_URL"].rpartition("/")
        values["DATABASE_URL"] = f"{base}/{name}"
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
    manage = [sys.executable, "manage.py"]
    subprocess.run([*manage, "run", "--prepare-only"], cwd=settings.BASE_DIR, env=values, check=True)
    yield values
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def run(environment):
    """Starts the command; returns the process, the port and what it printed up to its address."""
    started = []

    def start():
        port = spare_port()
        process = subprocess.Popen(
            [sys.executable, "manage.py", "run"],
            cwd=settings.BASE_DIR,
            env=environment | {"COLLECTED_STATIC": "on", "PORT": str(port)},  # as make does
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        started.append(process)
        text = ""
        while "Ctrl-C stops it." not in text:
            line = process.stdout.readline()
            assert line, text
            text += line
        return process, port, text

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=20)


def children(pid):
    """The processes that ``pid`` started, by the names that ``ps`` shows; they take them a moment after the fork."""
    deadline = time.monotonic() + 5
    named = {}
    while time.monotonic() < deadline and set(named) != NAMES:
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        named = {Path(f"/proc/{child}/comm").read_text().strip(): int(child) for child in listed}
    return named


def descendants(pid):
    listed = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return listed + [below for child in listed for below in descendants(child)]


def test_starts_answers_and_stops_without_orphans(run):
    process, port, text = run()
    assert f"http://127.0.0.1:{port}" in text
    assert "Collecting" not in text, "a second start has nothing to prepare"
    assert "Preparing" not in text
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/accounts/login/") as page:
        assert page.status == 200
        body = page.read().decode()
    style = next(part for part in body.split('"') if part.startswith("/static/") and ".css" in part)
    assert re.search(r"\.[0-9a-f]{12}\.css$", style), "static files carry their hash"
    request = urllib.request.Request(f"http://127.0.0.1:{port}{style}", headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as file:
        assert file.headers["Content-Encoding"] == "gzip"
        assert "immutable" in file.headers["Cache-Control"]
    pids = descendants(process.pid)
    assert set(children(process.pid)) == NAMES
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    rest = process.communicate(timeout=10)[0]
    assert time.monotonic() - began < 5
    assert process.returncode == 0
    assert "Stopped." in rest
    assert gone(pids)


@pytest.mark.parametrize("victim", ["web server", "worker"])
def test_dead_child_ends_all_with_a_message(run, victim):
    process, _port, _text = run()
    pids = descendants(process.pid)
    os.kill(children(process.pid)[victim], signal.SIGKILL)
    rest = process.communicate(timeout=10)[0]
    assert process.returncode == 1
    assert victim in rest
    assert "everything was stopped" in rest
    assert gone(pids)


def test_another_port_on_the_command_line(environment):
    port = spare_port()
    command = [sys.executable, "manage.py", "run", "--port", str(port)]
    with subprocess.Popen(
        command, cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert any(f"http://127.0.0.1:{port}" in line for line in process.stdout)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


def test_killed_command_leaves_no_process(run):
    process, _port, _text = run()
    pids = descendants(process.pid)
    process.kill()
    assert gone(pids, seconds=20)


def test_taken_port_is_refused_at_once(environment):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "manage.py", "run", "--port", str(port)],
            cwd=settings.BASE_DIR,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert f"Port {port} is in use" in done.stderr
