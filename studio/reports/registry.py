"""Reports and their chapters, declared by any app in ``reports.py`` and ``chapters.py``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from studio.core.registry import Registry


@dataclass(frozen=True)
class Report:
    """A kind of report: its title and who may ask for it.

    ``benefit`` marks reports about money, which finance may read. ``needs`` names what must be chosen:
    ``"person"``, ``"discipline"``, or nothing. ``takes(chapter)`` tells which chapters of other reports it has as well.
    """

    key: str
    title: Any
    description: Any = ""
    benefit: bool = False
    needs: str = ""
    takes: Callable[["Chapter"], bool] | None = None


@dataclass(frozen=True)
class Chapter:
    """One chapter: ``build(context)`` returns its blocks; none means the chapter is left out.

    ``order``: 100 basic facts, 200 training, 300 competition, 400 appraisal, 500 innovation, 600 sharing, 700 site,
    800 regulations, 900 visits and actions. ``written`` lets the lead write an own text for it, set before the blocks.
    """

    key: str
    title: Any
    order: int
    build: Callable[[Any], Iterable[Any]]
    reports: frozenset[str] | set[str] = field(default_factory=lambda: {"assessment-briefing"})
    written: bool = True
    description: Any = ""


reports: Registry[Report] = Registry("reports")
chapters: Registry[Chapter] = Registry("chapters")


def report(declared: Report) -> Report:
    """Declare a report."""
    return reports.register(declared.key, declared)


def chapter(declared: Chapter) -> Chapter:
    """Declare a chapter."""
    return chapters.register(declared.key, declared)


def chapters_of(key: str) -> list[Chapter]:
    """The chapters of the report ``key`` in their order."""
    takes = reports[key].takes or (lambda _chapter: False)
    return sorted((one for one in chapters if key in one.reports or takes(one)), key=lambda one: (one.order, one.key))
