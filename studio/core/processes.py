"""Several processes that live and die together."""

import contextlib
import ctypes
import os
import signal
import subprocess
import threading
import time
from dataclasses import dataclass

PR_SET_PDEATHSIG = 1
POLL_SECONDS = 0.1
GRACE_SECONDS = 3.0  # all must have ended within five seconds, on a busy machine too
STOPPING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_libc = ctypes.CDLL(None)


@dataclass
class Child:
    """One running process with its name for people."""

    name: str
    process: subprocess.Popen


class Group:
    """Runs commands until a signal comes or one of them ends, then ends them all.

    Each child leads a session of its own, so that Ctrl-C reaches only us and everything the child started can be
    killed with it; should we be killed ourselves, the kernel sends each child SIGTERM.
    """

    def __init__(self, environment=None):
        self.environment = {**os.environ, **(environment or {})}
        self.children: list[Child] = []
        self.stopping = threading.Event()
        for number in STOPPING_SIGNALS:
            signal.signal(number, lambda *_: self.stopping.set())

    def start(self, name, command):
        """Start one child."""
        parent = os.getpid()
        process = subprocess.Popen(
            command,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=lambda: _die_with(parent),
        )
        self.children.append(Child(name, process))

    def wait(self, tick) -> Child | None:
        """Call ``tick`` often until told to stop (``None``) or a child ends (that child); then end the rest."""
        try:
            while not self.stopping.wait(POLL_SECONDS):
                if dead := next((child for child in self.children if child.process.poll() is not None), None):
                    return dead
                tick()
            return None
        finally:
            self.stop()

    def stop(self):
        """Ask each process to end, wait a little, then kill whatever is left of each session."""
        for child in self.children:
            child.process.terminate()
        deadline = time.monotonic() + GRACE_SECONDS
        while time.monotonic() < deadline and any(child.process.poll() is None for child in self.children):
            time.sleep(POLL_SECONDS)
        for child in self.children:
            with contextlib.suppress(ProcessLookupError):  # the whole session may have ended by itself
                os.killpg(child.process.pid, signal.SIGKILL)
            child.process.wait()


def _die_with(parent):
    """In the child before its program starts: ask the kernel for SIGTERM when the parent dies."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        os._exit(1)
