"""The marks of our own events: who may give them, the score sheet, ranks, corrections after the lock."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.utils import bulk_update_with_history

from competitions.actions import lock
from competitions.choices import SEALED, EventState
from competitions.models import Correction, Entry, Event, Mark
from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.audit.rights import require
from studio.core.text import listed
from studio.organisation.records import StaleRecord


@dataclass(frozen=True)
class Score:
    """What the score sheet says of one entry: a score, or absent; neither is no mark yet."""

    entry: int
    score: Decimal | None = None
    absent: bool = False


def conflict(judge, entry: Entry):
    """Why ``judge`` leaves this entry to another judge, naming the people; ``None`` when nothing stands against it."""
    people = [one.person for one in entry.entrants.all() if one.person_id]
    if judge in people:
        return _("You compete here yourself; another judge marks it.")
    if judge.unit_id and (mates := [one for one in people if one.unit_id == judge.unit_id]):
        return _("Of your own unit: %(people)s. Another judge marks it.") % {"people": listed(mates)}
    return None


@transaction.atomic
def record_marks(event: Event, actor, scores: Iterable[Score], *, version: int) -> Event:
    """Write the score sheet of one of our own events; ``version`` is the event's when the sheet was opened."""
    locked = lock(event)
    require(actor, "competition_marks.edit", locked)
    if why := why_no_sheet(locked):
        raise Refused(why)
    if locked.version != version:
        raise StaleRecord(str(locked))
    entries = {entry.pk: entry for entry in locked.entries.for_sheet()}
    changed = [entry.pk for one in scores if (entry := _applied(entries, one, actor))]
    locked.save()  # the sheet's version: who had it open meanwhile is told
    audit(actor, "record_marks", locked, entries=changed)
    return locked


def why_no_sheet(event: Event):
    """Why the event has no score sheet now; ``None`` when judges may fill it in."""
    if not event.competition.is_ours:
        return _("This competition is held elsewhere; record its results instead.")
    if event.state in SEALED:
        return _("The marks are locked. Ask for a correction on the page of the entry.")
    if event.state != EventState.HELD:
        return _("Marks are given once the event is held; now it is “%(state)s”.") % {
            "state": event.get_state_display()
        }
    return None


def _applied(entries: dict[int, Entry], given: Score, judge) -> Entry | None:
    """The entry when what was given differs from what it holds."""
    entry = entries.get(given.entry)
    if entry is None:
        raise Refused(_("The sheet names an entry that was withdrawn. Open it again."))
    mark = getattr(entry, "mark", None)
    if (entry.absent, mark and mark.score) == (given.absent, given.score):
        return None
    if why := conflict(judge, entry):
        raise Refused(why, 403)
    set_score(entry, given.score, given.absent, judge)
    return entry


def set_score(entry: Entry, score: Decimal | None, absent: bool, judge) -> None:
    """Give the entry this score, mark it as absent, or take both back."""
    if score is not None and (absent or not 0 <= score <= 100):
        raise Refused(_("%(entry)s: give a score from 0 to 100, or absent.") % {"entry": entry})
    if entry.absent != absent:
        entry.absent = absent
        entry.save()
    mark = Mark.objects.filter(entry=entry).first()
    if score is None:
        if mark:
            mark.delete()
        return
    mark = mark or Mark(studio_id=entry.studio_id, entry=entry)
    mark.score, mark.marked_by = score, judge
    mark.save()


def rank(event: Event) -> None:
    """Work out the ranks: the highest score is first; equal scores share a rank and the next ones are left out."""
    marks = list(Mark.objects.filter(entry__event=event).order_by("-score", "pk"))
    changed, place = [], 0
    for number, mark in enumerate(marks, start=1):
        if number == 1 or mark.score != marks[number - 2].score:
            place = number
        if mark.rank != place:
            mark.rank, mark.version = place, mark.version + 1
            changed.append(mark)
    if changed:
        bulk_update_with_history(changed, Mark, ["rank", "version"])


@transaction.atomic
def propose_correction(entry: Entry, actor, *, new_score: Decimal | None, reason: str) -> Correction:
    """Ask for another score of a locked mark (none = absent). A second person decides."""
    event = lock(entry.event)
    require(actor, "competition_marks.edit", entry)
    if event.state not in SEALED:
        raise Refused(_("The marks are not locked; change them on the score sheet."))
    if why := conflict(actor, entry):
        raise Refused(why, 403)
    if entry.corrections.waiting().exists():
        raise Refused(_("A correction of this mark is waiting already. Have it decided first."))
    old = Mark.objects.filter(entry=entry).values_list("score", flat=True).first()
    if old == new_score:
        raise Refused(_("This is what the mark says already."))
    made = Correction.objects.create(
        studio_id=entry.studio_id,
        entry=entry,
        old_score=old,
        new_score=new_score,
        reason=reason,
        proposed_by=actor,
        proposed_on=timezone.localdate(),
    )
    audit(actor, "create", made)
    return made
