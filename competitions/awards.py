"""Results: what organisers elsewhere told, and the awards that follow from the marks of our own events."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from competitions.actions import lock
from competitions.choices import SEALED, EventState, ResultBasis
from competitions.models import Entry, Event, Mark, Result
from competitions.notices import tell_all
from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.audit.rights import require
from studio.organisation.records import StaleRecord

FIELDS = ("score", "rank", "award", "awarded_on", "expert_level")
NOTHING = (None, None, "", None, "")


@transaction.atomic
def record_result(actor, studio, *, entry: Entry, **values) -> Result:
    """Record what the organiser told of one entry of an event held elsewhere."""
    _recordable(lock(entry.event), actor, entry)
    if Result.objects.filter(entry=entry).exists():
        raise Refused(_("The result of this entry is recorded already. Change that one."))
    if entry.absent:
        raise Refused(_("This entry is recorded as absent. Take that back on the result sheet first."))
    result = Result.objects.create(studio=studio, entry=entry, **values)
    audit(actor, "create", result)
    return result


@transaction.atomic
def change_result(result: Result, actor, *, entry: Entry, **values) -> Result:
    """Correct a recorded result; it stays with its entry."""
    _recordable(lock(result.entry.event), actor, result.entry)
    if entry != result.entry:
        raise Refused(_("A result stays with its entry. Record another one for the other entry."))
    for name, value in values.items():
        setattr(result, name, value)
    result.save()
    audit(actor, "change", result, fields=sorted(values))
    return result


@transaction.atomic
def record_results(event: Event, actor, lines: Iterable[dict], *, version: int) -> Event:
    """Write the result sheet of an event held elsewhere: per line ``entry``, ``absent`` and what is known."""
    locked = lock(event)
    require(actor, "competition_results.edit", locked)
    if why := why_no_result_sheet(locked):
        raise Refused(why)
    if locked.version != version:
        raise StaleRecord(str(locked))
    entries = {entry.pk: entry for entry in locked.entries.for_sheet()}
    changed = [line["entry"] for line in lines if _write_line(entries, line, actor)]
    locked.save()  # the sheet's version: who had it open meanwhile is told
    audit(actor, "record_results", locked, entries=changed)
    return locked


def why_no_result_sheet(event: Event):
    """Why no results are recorded for the event now; ``None`` when they are."""
    if event.competition.is_ours:
        return _("The studio organises this competition: its judges give the marks.")
    if event.state != EventState.HELD:
        return _("Results are recorded once the event is held; now it is “%(state)s”.") % {
            "state": event.get_state_display()
        }
    return event.competition.why_locked(None)


def _recordable(event: Event, actor, entry: Entry) -> None:
    require(actor, "competition_results.edit", entry)
    if why := why_no_result_sheet(event):
        raise Refused(why)


def _write_line(entries: dict[int, Entry], line: dict, actor) -> bool:
    """Bring one entry to what the line says; whether that is something new."""
    entry = entries.get(line["entry"])
    if entry is None:
        raise Refused(_("The sheet names an entry that was withdrawn. Open it again."))
    values, absent = tuple(line[name] for name in FIELDS), line["absent"]
    result = getattr(entry, "result", None)
    before = tuple(getattr(result, name) for name in FIELDS) if result else NOTHING
    if (entry.absent, before) == (absent, values):
        return False
    if entry.has_entrant(actor):
        raise Refused(_("Nobody records a result of their own. Leave your line to somebody else."), 403)
    if entry.absent != absent:
        entry.absent = absent
        entry.save()
    if values == NOTHING:
        if result:
            result.delete()
        return True
    result = result or Result(studio_id=entry.studio_id, entry=entry)
    for name, value in zip(FIELDS, values, strict=True):
        setattr(result, name, value)
    result.save()
    return True


@transaction.atomic
def give_awards(event: Event, actor, awards: dict[int, str], *, version: int, reason: str = "") -> Event:
    """Write the award sheet: an award, or none, per mark. After publication it takes a reason and shows at once."""
    locked = lock(event)
    require(actor, "competitions.approve", locked)
    if locked.state not in SEALED:
        raise Refused(_("Awards are given once the marks are locked."))
    if locked.version != version:
        raise StaleRecord(str(locked))
    published = locked.state == EventState.PUBLISHED
    if published and not reason.strip():
        raise Refused(_("Give a reason; it is kept in the history."))
    changed = []
    for mark in Mark.objects.filter(entry__event=locked, pk__in=awards).select_related("entry"):
        if mark.award == awards[mark.pk]:
            continue
        if mark.entry.has_entrant(actor):
            raise Refused(_("Nobody gives an award to themselves. Leave your line to somebody else."), 403)
        mark.award = awards[mark.pk]
        mark.save()
        changed.append(mark.pk)
    if published:
        show_awards(locked)
    locked.save()
    audit(actor, "give_awards", locked, reason=reason, marks=changed)
    return locked


def show_awards(event: Event) -> None:
    """Make the awards of a published event known: one result per award, none for the rest."""
    given = dict(Mark.objects.filter(entry__event=event).exclude(award="").values_list("entry", "award"))
    known = {result.entry_id: result for result in Result.objects.filter(entry__event=event)}
    for entry, result in known.items():
        if entry not in given:
            result.delete()
    for entry, award in given.items():
        result = known.get(entry) or Result(studio_id=event.studio_id, entry_id=entry, basis=ResultBasis.MARKS)
        if result.award != award:
            result.award, result.awarded_on = award, result.awarded_on or event.published_on or timezone.localdate()
            result.save()


def publish(event: Event, actor, reason: str) -> None:
    """Show the awards and tell everybody who competed that their marks are there."""
    show_awards(event)
    tell_all(event, "published", judges=False)
