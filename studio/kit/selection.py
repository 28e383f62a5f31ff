"""Which rows a list's address asks for. The page and its export share it, so they never differ."""

from functools import cached_property

from django.utils.translation import gettext as _

from studio.core.finding import MOST_LETTERS
from studio.kit.facts import FactWindow
from studio.kit.figures import BadFigureQuery, FigureWindow
from studio.kit.paging import Order
from studio.kit.scope import Scope
from studio.kit.searching import searched_as


class Selection:
    """Rows, order, columns, chips and errors of ``page`` (a ``ListPage`` with studio and person) for ``query``."""

    def __init__(self, page, query, scope: Scope | None = None):
        self.page, self.query = page, query
        self.scope = scope or Scope(query, page.studio)
        self._errors: list[str] = []
        self.sort_key = ""
        self.table = page.columns.table(query.getlist("cols"))
        self.order = self._order()
        self.window = self._window()
        self.about = self._facts()
        self.searched = searched_as(page.model)
        self.words = query.get("q", "").strip()[:MOST_LETTERS] if self.searched else ""
        self.filter_names = page.filters.asked(query) if page.filters else []
        self.rows = self._rows()

    @property
    def errors(self) -> list[str]:
        """What the address asked for and could not be read."""
        return self.scope.errors + self._errors

    @property
    def period(self):
        """The period looked at: the figure's, else the picked one, else ``None``."""
        return self.window.asked.period if self.window else self.scope.period

    @cached_property
    def chips(self) -> list:
        """Set filters in words."""
        return [*([self.about.chip] if self.about else []), *(self.filters.chips() if self.filter_names else [])]

    @cached_property
    def filters(self):
        """The filter form; built when the address sets a filter, or when the form is asked for."""
        return self.page.filters(self.query, studio=self.page.studio, person=self.page.person)

    @property
    def narrowed(self) -> bool:
        """Whether anything but the studio limits the rows."""
        return bool(self.words or self.about or self.chips or self.window or self.scope.period or self.scope.discipline)

    def _rows(self):
        if self.window:
            rows = self.window.rows(self.page.person, self.page.studio)
        elif self.about:
            rows = self.scope.narrow(self.about.rows(self.page.person, self.page.studio), self.page.period_field)
        else:
            rows = self.scope.narrow(self.page.visible(), self.page.period_field)
        if self.filter_names:
            rows = self.filters.narrow(rows)
            self._errors += self.filters.errors
        return self.searched.find(rows, self.words, self.page.studio, ahead=True) if self.words else rows

    def _window(self):
        try:
            window = FigureWindow.read(self.query)
        except BadFigureQuery as problem:
            self._errors.append(problem.text)
            return None
        if window and window.model is not self.page.model:
            self._errors.append(_("This figure counts other records; the whole list is shown."))
            return None
        return window

    def _facts(self):
        found = FactWindow.read(self.query, self.page)
        if found is None and "fact" in self.query:
            self._errors.append(_("What this list should be narrowed to is not there; the whole list is shown."))
        return found

    def _order(self) -> Order:
        asked = self.query.get("sort", "")
        path = self._path(asked.removeprefix("-")) if asked else ""
        if path:
            self.sort_key = asked
            return Order.of(f"-{path}" if asked.startswith("-") else path)
        if asked:
            self._errors.append(_("The list cannot be sorted by “%(column)s”.") % {"column": asked[:40]})
        return Order.of(self.page.columns.sort)

    def _path(self, key: str) -> str:
        """The look-up behind a column's key, also of one that is not shown."""
        if key not in self.page.columns.columns:
            return ""
        return self.page.columns.table([key]).cells[0].sort
