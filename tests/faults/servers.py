"""A PostgreSQL cluster and a Redis of the run's own, which may be stopped, killed and frozen."""

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path


def spare_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int, seconds: float = 30) -> None:
    """Wait until somebody listens on ``port``."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nothing listens on {port} after {seconds} s")


class Redis:
    """A Redis that keeps nothing on disk, as in the worst case."""

    def __init__(self, folder: Path, port: int = 0):
        self.folder, self.port, self.process = folder, port or spare_port(), None
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self):
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        options += ["--dir", str(self.folder), "--daemonize", "yes", "--pidfile", str(self._pid_file)]
        subprocess.run(["redis-server", *options, "--logfile", str(self.folder / "log")], check=True)
        wait_for(self.port)

    def stop(self):
        """Killed, so that whatever it knew is gone."""
        self._send(signal.SIGCONT)
        self._send(signal.SIGKILL)

    def freeze(self):
        """It accepts connections and answers nothing."""
        self._send(signal.SIGSTOP)

    def thaw(self):
        self._send(signal.SIGCONT)

    @property
    def _pid_file(self) -> Path:
        return self.folder / "pid"

    def _send(self, number):
        try:
            os.kill(int(self._pid_file.read_text()), number)
        except (FileNotFoundError, ProcessLookupError):
            return


class Postgres:
    """A cluster made by initdb; root hands it to the user ``postgres``, because PostgreSQL refuses root."""

    def __init__(self, folder: Path, port: int = 0):
        self.folder, self.port = folder, port or spare_port()

    @property
    def url(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def start(self):
        if not self.folder.exists():
            self.folder.mkdir(parents=True)
            if os.geteuid() == 0:
                shutil.chown(self.folder, "postgres")
            self._run("initdb", "--pgdata", str(self.folder), "--username", "postgres", "--auth", "trust", "--no-sync")
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off"
        self._run("pg_ctl", "--pgdata", str(self.folder), "--log", f"{self.folder}/log", "-o", options, "-w", "start")

    def restart(self):
        """At once: every connection breaks, what was not committed is gone."""
        self._run("pg_ctl", "--pgdata", str(self.folder), "--mode", "immediate", "-w", "stop")
        self.start()

    def stop(self):
        if (self.folder / "postmaster.pid").exists():
            self._run("pg_ctl", "--pgdata", str(self.folder), "--mode", "immediate", "-w", "stop")

    def _run(self, program: str, *arguments):
        newest = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
        as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run(
            [*as_postgres, str(newest / program), *arguments], check=True, stdout=subprocess.DEVNULL, cwd="/"
        )
