"""One ``Columns`` declaration per model feeds its list, its export and its report tables."""

from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import add

from django.utils.html import conditional_escape, format_html
from django.utils.text import capfirst
from django.utils.translation import get_language

from studio.kit import cells
from studio.kit.paths import field_at, kind_of, select_paths, sort_path

NUMERIC = {"number", "minutes", "money", "percent"}
CLASSED = {"link", "text", "person", "date", "datetime"}  # the look of their cells differs
CLOSING = format_html("</td>{}", "")


@dataclass(frozen=True, eq=False)
class Column:
    """One column: ``Column("held_on")`` is enough for a plain field.

    ``path``   look-up from the model, default the key; a foreign key leads to its ``name``, and wherever
               ``name_en`` stands beside ``name`` the page's language decides.
    ``kind``   text, link, date, time, datetime, number, minutes (shown in hours), money, percent, state, choice,
               discipline, person, yes_no; default by the field. Write ``kind="state"`` for the state field,
               ``kind="link"`` for the first column.
    ``unit``   stands in the header of numbers.
    ``sort``   another look-up to sort by; ``""`` for none.
    ``using``  name of a query-set method that annotates ``path``; called only when the column is shown.
    ``of_period`` that method takes the ``Period`` looked at, or ``None`` for all time.
    ``choices`` the values of an annotated state (a ``TextChoices``); a field has its own.
    """

    key: str
    label: str = ""
    path: str = ""
    kind: str = ""
    unit: str = ""
    sort: str | None = None
    using: str = ""
    of_period: bool = False
    choices: object = None

    def field(self, model):
        """The model field behind it, ``None`` for an annotation."""
        return field_at(model, self.path or self.key)

    def title(self, model) -> str:
        """Its header."""
        return str(self.label or capfirst(self.field(model).verbose_name))


@dataclass(frozen=True, eq=False)
class Cell:
    """A column made ready for one language: ``html(row)`` for the page, ``value(row)`` for a file."""

    key: str
    label: str
    kind: str
    unit: str
    html: object
    value: object
    sort: str
    opening: str

    @property
    def numeric(self) -> bool:
        return self.kind in NUMERIC


class Columns:
    """The columns of a model, declared once in ``columns.py``.

    ::

        session_columns = Columns(
            Session,
            Column("course", kind="link"),
            Column("planned_on"),
            Column("class_hours", unit=_("h")),
            Column("discipline", path="course__discipline"),
            Column("state", kind="state"),
            Column("place"),
            url="training:session_detail",          # where the link column leads, with the row's pk
            default="course planned_on class_hours discipline state",
            sort="-planned_on",
            card="planned_on discipline state",     # the three facts of a row on a phone
        )

    ``link_pk="course_id"`` makes the link lead to another record than the row itself.
    """

    def __init__(self, model, *columns, url="", default="", sort="pk", card="", link_pk="pk"):
        self.model, self.url, self.sort, self.link_pk = model, url, sort, link_pk
        self.columns = {column.key: column for column in columns}
        self.default = tuple(default.split()) or tuple(self.columns)
        self.card = tuple(card.split()) or self.default[1:4]
        self._table = lru_cache(maxsize=64)(lambda language, keys: Table(self, language, keys))

    def table(self, keys=()) -> "Table":
        """Compiled for the language in force and these columns; unknown keys are left out, none means the default."""
        keys = tuple(key for key in dict.fromkeys(keys) if key in self.columns) or self.default
        return self._table(get_language() or "en", keys)


class Table:
    """Chosen columns in one language: which paths to select, and a function per cell."""

    def __init__(self, columns: Columns, language: str, keys: tuple):
        self.columns, self.model, self.keys = columns, columns.model, keys
        self.paths = list(dict.fromkeys(["pk", columns.link_pk]))
        self.using = []
        chosen = [columns.columns[key] for key in keys]
        self.cells = [self._cell(column, language) for column in chosen]
        self.using = list(dict.fromkeys((column.using, column.of_period) for column in chosen if column.using))

    def rows(self, queryset, period=None):
        """The values of ``queryset`` as tuples, the primary key first, looking at ``period``; one query."""
        for method, of_period in self.using:
            annotate = getattr(queryset, method)
            queryset = annotate(period) if of_period else annotate()
        return queryset.values_list(*self.paths)

    def draw(self, rows, link=None):
        """Yield ``(pk, [(cell, piece of page), …])``; ``link`` makes an address of a primary key."""
        at = self.paths.index(self.columns.link_pk)
        for row in rows:
            yield row[0], [(cell, self._piece(cell, row, at, link)) for cell in self.cells]

    def lines(self, rows, link=None):
        """Yield the table cells of each row, ready for ``<tr>``; every piece is escaped on its way in."""
        for _pk, pieces in self.draw(rows, link):
            yield reduce(add, (cell.opening + conditional_escape(piece) + CLOSING for cell, piece in pieces))

    @staticmethod
    def _piece(cell, row, at, link):
        if link and cell.kind == "link":
            return format_html('<a href="{}">{}</a>', link(row[at]), cell.html(row))
        return cell.html(row)

    def values(self, rows):
        """Yield lists of typed values for a file."""
        readers = [cell.value for cell in self.cells]
        for row in rows:
            yield [read(row) for read in readers]

    def _cell(self, column: Column, language: str) -> Cell:
        field = column.field(self.model)
        kind = column.kind or kind_of(field)
        paths = select_paths(column.path or column.key, field, kind, chinese=language.startswith("zh"))
        self.paths += [path for path in paths if path not in self.paths]
        slots = [self.paths.index(path) for path in paths]
        choices = column.choices.choices if column.choices else getattr(field, "flatchoices", ())
        html, value = cells.make(kind, slots, choices, getattr(field, "model", self.model))
        sort = column.sort
        if sort is None:
            sort = "" if column.using or field is None else sort_path(column.path or column.key, field, paths)
        unit = column.unit or cells.UNITS.get(kind, "")
        label = column.title(self.model)
        return Cell(column.key, label, kind, str(unit), html, value, sort, self._opening(column.key, kind, label))

    def _opening(self, key: str, kind: str, label: str) -> str:
        """The start tag of its table cells: class for the look, label for the cards on a phone."""
        classes = ["numeric"] if kind in NUMERIC else [kind] if kind in CLASSED else []
        if key in self.columns.card:
            classes.append("fact")
        return format_html('<td class="{}" data-label="{}">', " ".join(classes), label)
