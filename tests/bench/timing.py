"""Milliseconds and queries of a page, in this process."""

import gc
import statistics
import time
from dataclasses import dataclass

from django.db import connection
from django.test.utils import CaptureQueriesContext

RUNS, WARM_UP = 15, 3


@dataclass(frozen=True)
class Measured:
    """Median milliseconds of several runs, and the queries of one."""

    ms: float
    queries: int


def measure(fetch, *, before=None, runs=RUNS) -> Measured:
    """Call ``fetch()`` several times; ``before`` runs ahead of each call and is not counted."""
    times = []
    gc.collect()
    for number in range(WARM_UP + runs):
        if before:
            before()
        start = time.perf_counter()
        response = fetch()
        if number >= WARM_UP:
            times.append(1000 * (time.perf_counter() - start))
        if response.status_code != 200:
            raise SystemExit(f"{response.request['PATH_INFO']} answered {response.status_code}")
    if before:
        before()
    with CaptureQueriesContext(connection) as captured:
        fetch()
    return Measured(statistics.median(times), len(captured))


def seconds(act) -> tuple[float, object]:
    """How long ``act()`` takes, and what it returns."""
    start = time.perf_counter()
    done = act()
    return time.perf_counter() - start, done
