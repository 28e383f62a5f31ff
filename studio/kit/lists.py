"""A list: one line of chips, one table, nothing else."""

from dataclasses import dataclass

from django.urls import NoReverseMatch

from studio.kit.addresses import link_maker
from studio.kit.exporting import export
from studio.kit.pages import Page
from studio.kit.paging import FOUND_COUNTED, Pager
from studio.kit.scope import scope_of
from studio.kit.selection import Selection


@dataclass(frozen=True)
class Header:
    """A column's head: where a click sorts to and how it is sorted now."""

    cell: object
    sort: str
    direction: str


class ListPage(Page):
    """All records of one kind that a person sees in a studio, filtered, sorted, paged, exported.

    ::

        class SessionList(ListPage):
            columns = session_columns
            filters = SessionFilters          # optional
            period_field = "planned_on"       # what the period picker filters by; empty for none
            purpose = _("Each session of a course: when, where, with whom, and who came.")   # the empty page says it
            new_label = _("Plan a session")   # shown to whoever may edit, when a form page exists

    Counts, pages and rows take three queries, whatever the number of rows.
    """

    columns = None
    filters = None
    period_field = ""
    purpose = ""
    new_label = ""
    exports = False
    template_name = "pages/list.html"

    def get(self, request, *args, **kwargs):
        if self.exports:
            return self.http_method_not_allowed(request)
        selection = Selection(self, request.GET, scope_of(request))
        if request.GET.get("part") == "filters" and request.htmx:
            return self.show(template="parts/filters.html", selection=selection)
        place = request.GET.get("page", "1"), request.GET.get("after", "")
        pager = Pager(selection.rows, selection.order, *place, counted=FOUND_COUNTED if selection.words else None)
        rows = pager.pick(self.model.objects.all(), selection.table, selection.period) if pager.keys else []
        fragment = request.htmx and request.htmx.target == "list"
        response = self.show(
            template="parts/list.html" if fragment else "",
            selection=selection,
            pager=pager,
            heads=self._heads(selection),
            rows=selection.table.lines(rows, self._link()),
            empty=not rows,
            filtered=self.filters is not None,
            banner=selection.window.banner(self.studio) if selection.window else None,
            card=self.columns.card,
            new_url=self._new_url(),
            export_url=self.url("export"),
        )
        response["Vary"] = "HX-Request, Cookie"
        return response

    def post(self, request, *args, **kwargs):
        """Export exactly the rows of the list in the address."""
        if not self.exports:
            return self.http_method_not_allowed(request)
        return export(self, request)

    def column_choices(self) -> list[tuple[str, str]]:
        """Every column's key and header, for the choice of columns."""
        return [(key, column.title(self.model)) for key, column in self.columns.columns.items()]

    def _heads(self, selection) -> list[Header]:
        now = selection.sort_key or self._default_key(selection)
        heads = []
        for cell in selection.table.cells:
            direction = {cell.key: "ascending", f"-{cell.key}": "descending"}.get(now, "")
            heads.append(Header(cell, f"-{cell.key}" if direction == "ascending" else cell.key, direction))
        return heads

    def _default_key(self, selection) -> str:
        by = selection.order
        key = next((cell.key for cell in selection.table.cells if cell.sort == by.path), "")
        return f"-{key}" if by.descending else key

    def _link(self):
        try:
            return link_maker(self.studio, self.columns.url) if self.columns.url else None
        except NoReverseMatch:
            return None

    def _new_url(self) -> str:
        permission = f"{self.asked_permission.partition('.')[0]}.edit"
        return self.url("new") if self.may_add(permission) else ""
