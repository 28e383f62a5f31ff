"""State moves: a table of moves per model and the one engine that makes them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.core.registry import Registry
from studio.organisation.access import refusal


@dataclass(frozen=True)
class Move:
    """One declared move.

    ``check(record, actor)`` returns ``None`` or why it is refused now; ``fill(record, actor, reason, **data)`` sets
    the columns that belong to the new state (its date, who decided) before both are saved, so that a check
    constraint can hold them together; ``action(record, actor, reason, **data)``
    carries the consequences inside the transaction, after the state is set; ``form`` asks for ``data``;
    ``reason`` demands a written one. ``tone`` colours the button: ``primary``, ``danger`` or empty.
    """

    key: str
    label: str
    sources: tuple[str, ...]
    target: str
    permission: str
    check: Callable | None = None
    fill: Callable | None = None
    action: Callable | None = None
    form: type | None = None
    reason: bool = False
    tone: str = ""


@dataclass(frozen=True)
class Offer:
    """A move that starts in the record's state, with why it is refused now (or ``None``)."""

    move: Move
    refusal: str | None


class Flow:
    """The moves of one model's state field, which nothing else writes."""

    def __init__(self, model: type[models.Model], field: str, *moves: Move):
        self.model, self.field, self.moves = model, field, {move.key: move for move in moves}
        flows.register(model._meta.label_lower, self)

    def offers(self, record, actor) -> list[Offer]:
        """Moves that start in the record's present state; those closed to the person's role are left out."""
        state = getattr(record, self.field)
        open_moves = (move for move in self.moves.values() if state in move.sources)
        return [
            Offer(move, move.check(record, actor) if move.check else None)
            for move in open_moves
            if actor.has_perm(move.permission, record)
        ]

    def go(self, record, key: str, actor, *, reason: str = "", version: int | None = None, **data):
        """Make the move in one transaction and return the fresh record.

        Raises ``Refused``: 403 without the right, 409 when the state, the version or a rule forbids it
        (the loser of a race gets the reason).
        """
        move = self.moves[key]
        with transaction.atomic():
            fresh = self.model._base_manager.select_for_update().get(pk=record.pk)
            self._refuse_unless_allowed(move, fresh, actor, reason, version)
            before = getattr(fresh, self.field)
            setattr(fresh, self.field, move.target)
            if move.fill:
                move.fill(fresh, actor, reason, **data)
            fresh._change_reason = reason[:100] or None
            fresh.save()
            if move.action:
                move.action(fresh, actor, reason, **data)
            audit(actor, f"move.{key}", fresh, reason=reason, before=before, after=move.target)
        return fresh

    def _refuse_unless_allowed(self, move: Move, fresh, actor, reason: str, version: int | None) -> None:
        if not actor.has_perm(move.permission, fresh):
            raise Refused(refusal(move.permission), 403)
        state = getattr(fresh, self.field)
        if state not in move.sources:
            shown = getattr(fresh, f"get_{self.field}_display")()
            raise Refused(_("Somebody was faster: the state is now “%(state)s”. Reload the page.") % {"state": shown})
        if version is not None and version != fresh.version:
            raise Refused(_("Somebody changed this record meanwhile. Reload the page and look at it again."))
        if move.reason and not reason.strip():
            raise Refused(_("Give a reason; it is kept in the history."))
        if move.check and (why := move.check(fresh, actor)):
            raise Refused(why)


# By "app_label.model", so that pages and tests find a record's flow.
flows: Registry[Flow] = Registry("flows")


def flow_of(record) -> Flow | None:
    """The flow of a record's model, if it has states."""
    return flows.get(record._meta.label_lower)
