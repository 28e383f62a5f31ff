"""``manage.py run``: prepare what is missing, then web server, worker and scheduler until Ctrl-C."""

import errno
import socket
import sys
import time
from http.client import HTTPConnection, HTTPException

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from studio.core.processes import Group
from studio.jobs import preparation


class Command(BaseCommand):
    help = "Prepares database and static files where needed and runs web server, worker and scheduler together."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=settings.PORT, help="port of the web server")
        parser.add_argument("--prepare-only", action="store_true", help="set up and stop before the processes")

    def handle(self, *, port, prepare_only, **options):
        self.began = time.monotonic()
        if not prepare_only:
            refuse_taken_port(settings.HOST, port)
        preparation.prepare(self.stdout.write)
        if prepare_only:
            return
        self.port, self.waiting = port, commands(port)
        self.group = Group({"COLLECTED_STATIC": "on", "PORT": str(port)})
        self.start("web server")
        dead = self.group.wait(self.tick)
        if dead:
            raise CommandError(f"The {dead.name} ended with code {dead.process.returncode}; everything was stopped.")
        self.stdout.write("Stopped.")

    def start(self, name):
        self.group.start(name, self.waiting.pop(name))

    def tick(self):
        """Once the first page can be opened, say so and start the rest: it would only have slowed the page."""
        if not self.waiting or not answers(settings.HOST, self.port):
            return
        for name in list(self.waiting):
            self.start(name)
        seconds = time.monotonic() - self.began
        self.stdout.write(f"\nInnovation Studio: http://{settings.HOST}:{self.port}  ({seconds:.1f} s)")
        self.stdout.write(preparation.who_may_sign_in() + "\nCtrl-C stops it.\n")
        self.stdout.flush()


def answers(host, port) -> bool:
    """Whether the web server answers a request; a connection alone would linger in it and delay its end."""
    connection = HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", "/healthz", headers={"Connection": "close"})
        connection.getresponse().read()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    return True


def commands(port):
    """What runs, by the name people see."""
    celery = [sys.executable, "-m", "celery", "--app", "studio", "--quiet"]
    quiet = ["--loglevel", "WARNING"]
    return {
        "web server": [
            *[sys.executable, "-m", "gunicorn", "studio.wsgi", "--bind", f"{settings.HOST}:{port}"],
            *["--worker-class", "gthread", "--workers", str(settings.WEB_WORKERS)],
            *["--threads", str(settings.WEB_THREADS), "--preload", "--no-control-socket"],
            *["--graceful-timeout", "2", "--log-level", "warning"],
        ],
        "worker": [
            *[*celery, "worker", "--concurrency", str(settings.JOB_WORKERS), *quiet],
            *["--without-gossip", "--without-mingle", "--without-heartbeat"],
        ],
        "scheduler": [
            *[*celery, "beat", *quiet, "--pidfile", ""],
            *["--schedule", str(settings.DATA_DIR / "schedule")],
        ],
    }


def refuse_taken_port(host, port):
    """Better one clear sentence now than a dead child later."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as problem:
            if problem.errno == errno.EADDRINUSE:
                raise CommandError(f"Port {port} is in use. Choose another: make run PORT={port + 1}") from problem
            raise CommandError(f"Cannot listen on {host}:{port}: {problem.strerror}.") from problem
        except OverflowError as problem:
            raise CommandError(f"{port} is not a port.") from problem
