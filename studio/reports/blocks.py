"""What a chapter is made of. Plain data: no block knows a file format, a language or the database.

Wherever a text is asked for, a ``str``, a lazy translation or a ``Both`` may be given. Wherever a cell is asked for,
also ``int``, ``Decimal``, ``date``, ``None`` (a dash: not applicable), a ``Cell``, or what ``context.figure`` returned.
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

NUMBERS = {"number", "count", "hours", "minutes", "money", "percent"}


@dataclass(frozen=True)
class Heading:
    """A heading below the chapter's own (level 2 or 3); numbered and part of the bookmarks."""

    text: Any
    level: int = 2


@dataclass(frozen=True)
class Text:
    """Running text; a blank line starts a paragraph. ``kind`` "quote" sets words of a person apart, with ``by``."""

    text: Any
    kind: str = "body"  # body | lead | quote
    by: Any = ""


@dataclass(frozen=True)
class Note:
    """A short remark set smaller: what a table leaves out, that records are samples."""

    text: Any


@dataclass(frozen=True)
class Facts:
    """Labels with their values, in two columns: ``Facts([(_("Founded on"), studio.founded_on), …])``."""

    pairs: list[tuple[Any, Any]]


@dataclass(frozen=True)
class Figures:
    """Headline figures by key, large, with unit and link, at most four in a row."""

    keys: list[str]
    discipline: Any = None
    title: Any = ""


@dataclass(frozen=True)
class Cell:
    """A cell with more than its value: a link (a path in the product), or another kind than its column's."""

    value: Any
    url: str = ""
    kind: str = ""


EMPTY = Cell("", kind="blank")


@dataclass(frozen=True)
class Column:
    """A table's column. ``kind`` decides alignment and format; ``width`` is relative (1 is about eight letters).
    Without it the column is as wide as what stands in it asks for.

    Kinds: ``text date number count hours minutes money percent``, and ``blank`` for what people fill in by hand. The
    unit stands in the head, never in the cells.
    """

    label: Any
    kind: str = "text"
    unit: Any = None
    width: float | None = None

    @property
    def align(self) -> str:
        """``right`` for numbers, ``left`` for the rest."""
        return "right" if self.kind in NUMBERS else "left"


@dataclass(frozen=True)
class Table:
    """Rows under columns. The head repeats on every page and no row is split. ``total`` is one more row, ruled off."""

    columns: list[Column]
    rows: list[list[Any]]
    title: Any = ""
    total: list[Any] | None = None
    source: Any = ""
    empty: Any = field(default=_("Nothing recorded in this period."))


@dataclass(frozen=True)
class Series:
    """One row of values of a chart, one per category. A ``discipline`` (record or key) gives colour and pattern.

    Instead of one it may say ``"now"`` or ``"before"``, the report's period and the one before it.
    """

    label: Any
    values: list[Any]
    discipline: Any = None


@dataclass(frozen=True)
class Chart:
    """A picture of numbers. ``kind``: ``bar`` (grouped when there are several series), ``stacked`` or ``line``.

    Its numbers are always there as a table too: under the picture on a page, in the data of a file. ``format`` is
    the kind of its values as in ``Column``. ``colours`` names a discipline per category, for bars of one series.
    """

    kind: str
    title: Any
    categories: list[Any]
    series: list[Series]
    unit: Any = None
    format: str = "count"
    source: Any = ""
    colours: list[Any] | None = None


Block = Heading | Text | Note | Facts | Figures | Table | Chart
