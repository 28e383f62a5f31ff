"""``manage.py run``: prepare what is missing, then web server, worker and scheduler until Ctrl-C."""

import errno
import os
import socket
import sys
import time
from http.client import HTTPConnection, HTTPException

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from studio.core.processes import Group
from studio.jobs import preparation, serving


class Command(BaseCommand):
    help = "Prepares database and static files where needed and runs web server, worker and scheduler together."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=settings.PORT, help="port of the web server")
        parser.add_argument("--prepare-only", action="store_true", help="set up and stop before the processes")
        parser.add_argument("--only", choices=list(serving.PROCESSES), help="this process alone, as containers do")

    def handle(self, *, port, prepare_only, only, **options):
        self.began = time.monotonic()
        if only and only != "web":
            return serving.PROCESSES[only]()
        if not prepare_only:
            refuse_taken_port(settings.HOST, port)
            start_over_as_needed(port)
        preparation.prepare(self.stdout.write)
        if prepare_only:
            return None
        if only:
            self.stdout.write(preparation.who_may_sign_in())
            self.stdout.flush()
            connections.close_all()
            return serving.web_server()
        self.accounts = preparation.who_may_sign_in()
        connections.close_all()
        self.waiting = {"worker": serving.worker, "scheduler": serving.scheduler}
        self.group = Group()
        self.group.start("web server", serving.web_server)
        dead = self.group.wait(self.tick)
        if dead:
            raise CommandError(f"The {dead.name} ended with code {dead.exitcode}; everything was stopped.")
        self.stdout.write("Stopped.")
        return None

    def tick(self):
        """Once the first page can be opened, say so and start the rest: it would only have slowed the page."""
        if not self.waiting or not answers(settings.HOST, settings.PORT):
            return
        while self.waiting:
            self.group.start(*self.waiting.popitem())
        seconds = time.monotonic() - self.began
        self.stdout.write(f"\nInnovation Studio: http://{settings.HOST}:{settings.PORT}  ({seconds:.1f} s)")
        self.stdout.write(self.accounts + "\nCtrl-C stops it.\n")
        self.stdout.flush()


def start_over_as_needed(port):
    """The processes are forked from this one, so its settings must be theirs; ``make run`` has them right at once."""
    if not settings.COLLECTED_STATIC or port != settings.PORT:
        environment = {**os.environ, "COLLECTED_STATIC": "on", "PORT": str(port)}
        os.execve(sys.executable, sys.orig_argv, environment)  # noqa: S606


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
