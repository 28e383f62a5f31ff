"""Who did what to a record, when and why: simple-history says what changed, the audit log why."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from django.utils.translation import gettext as _

from studio.audit.models import AuditRow
from studio.audit.verbs import verb_label
from studio.core.text import listed
from studio.organisation.models import Person

SHOWN = 30
TOGETHER = timedelta(seconds=1)
QUIET = {"version", "created_at", "search"}


@dataclass
class Event:
    """One line of the history."""

    at: datetime
    who: str
    what: str
    reason: str = ""
    changes: list = field(default_factory=list)

    def is_one_with(self, other: "Event") -> bool:
        """Whether both tell of the same deed: the audit log why, the versions what."""
        return self.who == other.who and abs(self.at - other.at) < TOGETHER


def history_of(record, person) -> list[Event]:
    """The newest events of ``record``: audit rows with their reasons, and changed fields beneath."""
    rows = list(
        AuditRow.objects.filter(object_type=record._meta.label_lower, object_id=str(record.pk)).order_by("-at")[:SHOWN]
    )
    people = Person.objects.in_bulk({row.actor_id for row in rows if row.actor_id})
    events = [
        Event(
            row.at, str(people.get(row.actor_id) or _("the system")), verb_label(row.verb, row.object_type), row.reason
        )
        for row in rows
    ]
    for saved in _saved(record):
        noted = next((event for event in events if not event.changes and event.is_one_with(saved)), None)
        if noted:
            noted.changes = saved.changes
        else:
            events.append(saved)
    return sorted(events, key=lambda event: event.at, reverse=True)[:SHOWN]


def _saved(record) -> list[Event]:
    """Versions with what changed from one to the next."""
    if not hasattr(record, "history"):
        return []
    versions = list(record.history.select_related("history_user")[: SHOWN + 1])
    events = []
    for newer, older in pairwise(versions):
        delta = newer.diff_against(older, foreign_keys_are_objs=True)
        changes = [_change(record, one) for one in delta.changes if one.field not in QUIET]
        if changes:
            who = str(newer.history_user or _("the system"))
            events.append(Event(newer.history_date, who, _("Changed"), "", changes))
    return events


def _change(record, one) -> tuple:
    field = record._meta.get_field(one.field)
    return field.verbose_name, _shown(record, one.field, one.old), _shown(record, one.field, one.new)


def _shown(record, name, value) -> str:
    field = record._meta.get_field(name)
    if field.many_to_many:  # simple-history gives the rows of the table between
        other = field.m2m_reverse_field_name()
        return listed(sorted(str(row[other]) for row in value)) or "—"
    if value in (None, ""):
        return "—"
    return str(dict(field.flatchoices).get(value, value))
