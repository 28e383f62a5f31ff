"""One record: state and moves on top, facts, related lists as tabs, files and history beside it."""

from dataclasses import dataclass

from django.db.models import TextField

from studio.audit.flow import flow_of
from studio.kit.addresses import link_maker, studio_reverse
from studio.kit.deletes import is_draft
from studio.kit.files import attached
from studio.kit.form_pages import why_locked
from studio.kit.history import history_of
from studio.kit.links import linked
from studio.kit.moves import MoveForm
from studio.kit.pages import Page
from studio.kit.paging import Order
from studio.kit.states import tone_of

PANEL_ROWS = 50


@dataclass(frozen=True)
class Panel:
    """A related list under a record: rows of ``columns`` whose ``path`` leads to the record.

    ``new`` names the form page that adds one (it is called with ``?<path>=<pk>``), ``all`` the list page with the
    same filter. Rows are those the person sees; the panel is absent where the area is closed to the role.
    """

    key: str
    label: str
    columns: object
    path: str
    show: str = ""
    new: str = ""
    new_label: str = ""
    all: str = ""
    empty: str = ""

    def table(self):
        """Its columns: the named ones, else the default ones without the record it stands under."""
        keys = self.show.split() or [key for key in self.columns.default if key != self.path]
        return self.columns.table(keys)


class DetailPage(Page):
    """The page of one record.

    ::

        class SessionDetail(DetailPage):
            columns = session_columns
            facts = "course planned_on held_on place class_hours trainer discipline"
            panels = (
                Panel("attendance", _("Attendance"), attendance_columns, "session", new="training:attendance_new"),
            )
            files = True          # shows attachments; kinds come from the model's ``attachment_kinds``
            parents = ("course__plan_line", "course")     # links up, outermost first

    Moves come from the model's flow, history from simple-history and the audit log.
    """

    facts = ""
    panels = ()
    parents = ()
    files = False
    template_name = "pages/detail.html"

    def get(self, request, pk):
        record = self.record(pk)
        if request.GET.get("part") == "history":
            return self.show(template="parts/history.html", object=record, history=history_of(record, self.person))
        return self._page(record)

    def more(self, record) -> dict:
        """More context for a template of the app's own."""
        return {}

    def _page(self, record):
        editable = self.person.has_perm(f"{record.area}.edit", record)
        locked = why_locked(record, self.person)
        return self.show(
            object=record,
            state=state_of(record),
            offers=[self._offer(record, offer) for offer in self._offers(record)],
            facts=self._facts(record),
            tabs=self._tabs(record),
            links=linked(record, self.person, editable),
            files=attached(record, self.person, editable) if self.files else None,
            edit_url=self.url("edit", pk=record.pk) if editable and not locked else "",
            delete_url=self.url("delete", pk=record.pk) if editable and not locked and is_draft(record) else "",
            locked=locked,
            list_url=self.url("list") if Page.has_access(self) else "",
            above=[one for path in self.parents if (one := self._parent(record, path))],
            **self.more(record),
        )

    def _parent(self, record, path: str):
        """The record at ``path`` when there is one and the person sees it."""
        for name in path.split("__"):
            record = getattr(record, name) if record else None
        return record if record and self.person.has_perm(f"{record.area}.view", record) else None

    def _offers(self, record):
        flow = flow_of(record)
        return flow.offers(record, self.person) if flow and self.url("move", pk=record.pk, move="x") else []

    def _offer(self, record, offer) -> dict:
        move = offer.move
        own = move.form or MoveForm
        asks = move.reason or set(own.base_fields) - set(MoveForm.base_fields)
        return {
            "move": move,
            "refusal": offer.refusal,
            "url": self.url("move", pk=record.pk, move=move.key),
            "asks": bool(asks),
        }

    def _facts(self, record) -> list:
        """(cell, piece of page, whether it is a long text that needs the whole width) of each fact."""
        table = self.columns.table(self.facts.split())
        rows = list(table.rows(self.model.objects.filter(pk=record.pk)))
        ((_pk, pieces),) = table.draw(rows)
        fields = (self.columns.columns[cell.key].field(self.model) for cell, _piece in pieces)
        return [(*pair, isinstance(field, TextField)) for pair, field in zip(pieces, fields, strict=True)]

    def _tabs(self, record) -> dict | None:
        """The open panels; only the chosen one reads its rows."""
        open_ones = [one for one in self.panels if self.person.has_perm(f"{one.columns.model.area}.view", self.studio)]
        if not open_ones:
            return None
        asked = self.request.GET.get("tab", "")
        chosen = next((one for one in open_ones if one.key == asked), open_ones[0])
        rows = chosen.columns.model.objects.visible_to(self.person, self.studio).filter(**{chosen.path: record})
        table = chosen.table()
        rows = list(table.rows(Order.of(chosen.columns.sort).apply(rows))[: PANEL_ROWS + 1])
        link = link_maker(self.studio, chosen.columns.url) if chosen.columns.url else None
        may_add = chosen.new and self.person.has_perm(f"{chosen.columns.model.area}.edit", record)
        query = f"?{chosen.path}={record.pk}"
        return {
            "panels": open_ones,
            "chosen": chosen,
            "cells": table.cells,
            "rows": list(table.lines(rows[:PANEL_ROWS], link)),
            "more": len(rows) > PANEL_ROWS,
            "new_url": studio_reverse(self.studio, chosen.new) + query if may_add else "",
            "all_url": studio_reverse(self.studio, chosen.all) + query if chosen.all else "",
        }


def state_of(record) -> dict | None:
    """Tone and word of the record's state, by its flow's field."""
    flow = flow_of(record)
    if flow is None:
        return None
    value = getattr(record, flow.field)
    return {"tone": tone_of(type(record), value), "label": getattr(record, f"get_{flow.field}_display")()}


__all__ = ["DetailPage", "Panel", "state_of"]
