"""Reports and their chapters, declared by any app in ``reports.py`` and ``chapters.py``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from studio.core.registry import Registry

WHOLE = 100  # per cent


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


def is_any(value) -> bool:
    """There should be none."""
    return bool(value.value)


def is_short(value) -> bool:
    """A rate below the whole; no data is no problem that could be named."""
    return value.value is not None and value.value < WHOLE


def fell(value) -> bool:
    """Lower than in the period before."""
    return value.change is not None and value.change < 0


@dataclass(frozen=True)
class Concern:
    """A figure of the whole studio that a briefing names as a problem when ``wrong`` says so of its value.

    ``wrong(value)`` takes the engine's ``FigureValue``; ``meant`` says in words what is expected of it.
    """

    figure: str
    wrong: Callable[[Any], bool]
    meant: Any
    order: int


reports: Registry[Report] = Registry("reports")
chapters: Registry[Chapter] = Registry("chapters")
concerns: Registry[Concern] = Registry("concerns")


def report(declared: Report) -> Report:
    """Declare a report."""
    return reports.register(declared.key, declared)


def chapter(declared: Chapter) -> Chapter:
    """Declare a chapter."""
    return chapters.register(declared.key, declared)


def concern(declared: Concern) -> Concern:
    """Declare a concern."""
    return concerns.register(declared.figure, declared)


def chapters_of(key: str) -> list[Chapter]:
    """The chapters of the report ``key`` in their order."""
    takes = reports[key].takes or (lambda _chapter: False)
    return sorted((one for one in chapters if key in one.reports or takes(one)), key=lambda one: (one.order, one.key))
