"""Milliseconds and queries of pages, in this process."""

import gc
import statistics
import time
from dataclasses import dataclass

from django.db import connection
from django.test.utils import CaptureQueriesContext

RUNS, WARM_UP = 15, 3


@dataclass(frozen=True)
class Measured:
    """Median milliseconds of several runs (by the clock, and of this process's processor time), queries of one."""

    ms: float
    cpu: float
    queries: int


def measure(**fetches) -> dict[str, Measured]:
    """Call every function in turn, round after round, so that a busy moment of the machine hits all alike.

    A pair of functions is called one after the other and only the second is measured.
    """
    pairs = {name: fetch if isinstance(fetch, tuple) else (_nothing, fetch) for name, fetch in fetches.items()}
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in pairs}
    gc.collect()
    gc.freeze()  # what generating the rows left behind is no part of a page
    for number in range(WARM_UP + RUNS):
        for name, (before, fetch) in pairs.items():
            before()
            start = time.perf_counter(), time.process_time()
            response = fetch()
            took = 1000 * (time.perf_counter() - start[0]), 1000 * (time.process_time() - start[1])
            if response.status_code != 200:
                raise SystemExit(f"{name}: answered {response.status_code}")
            if number >= WARM_UP:
                times[name].append(took)
    medians = {name: map(statistics.median, zip(*times[name], strict=True)) for name in pairs}
    return {name: Measured(*medians[name], _queries(*pairs[name])) for name in pairs}


def _nothing() -> None:
    pass


def _queries(before, fetch) -> int:
    before()
    with CaptureQueriesContext(connection) as captured:
        fetch()
    return len(captured)


def seconds(act) -> float:
    """How long ``act()`` takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
