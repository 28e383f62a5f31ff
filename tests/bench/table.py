"""Prints what was measured as a table that fits a terminal and a Markdown file alike."""

import os
import platform
import sqlite3
from dataclasses import dataclass, field

import django
from django.db import connection

from tests.bench.timing import RUNS, Measured


@dataclass(frozen=True)
class Line:
    """A row of the table: what, its time (measured, or a text), the target, and what to compare it with by name."""

    what: str
    found: Measured | str
    target: str = ""
    compared: dict[str, Measured] = field(default_factory=dict)

    @property
    def cells(self) -> tuple[str, ...]:
        """The texts of its columns."""
        if isinstance(self.found, str):
            return self.what, self.found, "", "", "", self.target
        ratios = ", ".join(f"{self.found.ms / other.ms:.2f} × {name}" for name, other in self.compared.items())
        times = f"{self.found.ms:.1f} ms", f"{self.found.cpu:.1f} ms"
        return self.what, *times, str(self.found.queries), ratios, self.target


def print_table(lines: list[Line]) -> None:
    """The table with a line on what it was measured with."""
    database = f"SQLite {sqlite3.sqlite_version}"
    if connection.vendor == "postgresql":
        database = f"PostgreSQL {connection.pg_version // 10_000}"
    rows = [("", "median", "processor", "queries", "ratio", "target"), *(line.cells for line in lines)]
    widths = [max(len(row[n]) for row in rows) for n in range(6)]
    print(f"\n{database}, Django {django.__version__}, Python {platform.python_version()}, medians of {RUNS} runs.")
    print(f"{os.cpu_count()} cores, of which {os.getloadavg()[1]:.1f} were wanted in the last five minutes.\n")
    for number, row in enumerate(rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")
        if not number:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
