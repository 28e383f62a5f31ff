"""Several processes that live and die together."""

import contextlib
import ctypes
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable

PR_SET_PDEATHSIG, PR_SET_NAME = 1, 15
POLL_SECONDS = 0.1
GRACE_SECONDS = 3.0  # all must have ended within five seconds, on a busy machine too
STOPPING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_fork = multiprocessing.get_context("fork")
_libc = ctypes.CDLL(None)


class Group:
    """Runs functions, each in a process of its own, until a signal comes or one of them ends, then ends them all.

    The processes are forked, so what was loaded before the start is loaded once and not in each of them. Each leads
    a session of its own: Ctrl-C reaches only us, and everything the child started can be killed with it. Should we
    be killed ourselves, the kernel sends each child SIGTERM.
    """

    def __init__(self):
        self.children: list[multiprocessing.process.BaseProcess] = []
        self.stopping = threading.Event()
        for number in STOPPING_SIGNALS:
            signal.signal(number, lambda *_: self.stopping.set())

    def start(self, name: str, run: Callable):
        """Start one child. Neither threads nor connections may be open: they do not survive a fork."""
        child = _fork.Process(target=_live, args=(name, run, os.getpid()), name=name)
        child.start()
        self.children.append(child)

    def wait(self, tick):
        """Call ``tick`` often until told to stop (``None``) or a child ends (that child); then end the rest."""
        try:
            while not self.stopping.wait(POLL_SECONDS):
                if dead := next((child for child in self.children if child.exitcode is not None), None):
                    return dead
                tick()
            return None
        finally:
            self.stop()

    def stop(self):
        """Ask each process to end, wait a little, then kill whatever is left of each session."""
        for child in self.children:
            child.terminate()
        deadline = time.monotonic() + GRACE_SECONDS
        while time.monotonic() < deadline and any(child.exitcode is None for child in self.children):
            time.sleep(POLL_SECONDS)
        for child in self.children:
            with contextlib.suppress(ProcessLookupError):  # the whole session may have ended by itself
                os.killpg(child.pid, signal.SIGKILL)
            child.join()


def _live(name, run, parent):
    """The life of a child. Its name is what ``ps`` and ``top`` show."""
    os.setsid()
    for number in STOPPING_SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    _libc.prctl(PR_SET_NAME, name.encode())
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:
        os._exit(1)
    run()
