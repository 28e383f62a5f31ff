"""What the moves of flows.py ask before, and what they do besides setting a state."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from competitions.awards import show_awards
from competitions.choices import ENTERING, CorrectionState, EventState
from competitions.marking import rank, set_score
from competitions.notices import tell


def why_competition_not_held(competition, actor):
    """A competition consists of its events."""
    events = competition.events.exclude(state=EventState.CANCELLED)
    if not events.exists():
        return _("Add its events first, and mark them as held.")
    if ahead := events.filter(state__in=ENTERING).first():
        return _("Mark its events as held first, or cancel them: %(event)s.") % {"event": ahead}
    return None


def why_not_close(competition, actor):
    """Our own events are published before their competition is closed."""
    open_ones = competition.events.exclude(state__in=(EventState.CANCELLED, EventState.PUBLISHED))
    if competition.is_ours and (event := open_ones.first()):
        return _("Publish the results of its events first: %(event)s.") % {"event": event}
    return None


def why_not_cancel(competition, actor):
    """What took place is not cancelled."""
    if event := competition.events.exclude(state__in=(*ENTERING, EventState.CANCELLED)).first():
        return _("An event took place already: %(event)s.") % {"event": event}
    return None


def why_settled(event, actor):
    """Events follow their competition."""
    return event.competition.why_locked(actor)


def why_event_not_held(event, actor):
    """An event takes somebody who competes."""
    if not event.entries.exists():
        return _("Nobody is entered yet. Enter who competed first.")
    return why_settled(event, actor)


def why_it_took_place(event, actor):
    """An event with marks or results did take place."""
    if event.entries.touched().exists():
        return _("Marks, results or absences are recorded. Take them back on the sheet first.")
    return why_settled(event, actor)


def why_not_lock(event, actor):
    """Every entry has its mark, or was absent. Says how many are missing and nothing of the marks."""
    if not event.competition.is_ours:
        return _("This competition is held elsewhere; its results are recorded as the organiser tells them.")
    if missing := event.entries.without_mark().how_many():
        return ngettext_lazy(
            "%(missing)d entry has no mark yet and is not absent.",
            "%(missing)d entries have no mark yet and are not absent.",
            "missing",
        ) % {"missing": missing}
    if not event.entries.filter(absent=False).exists():
        return _("Everybody was absent. Cancel what did not take place.")
    return None


def why_not_publish(event, actor):
    """Nothing is published while a correction waits."""
    if event.entries.filter(corrections__state=CorrectionState.PROPOSED).exists():
        return _("A correction of a mark is waiting. Decide it first.")
    return None


def why_not_decide(correction, actor):
    """A change of a locked mark takes a second person, who has no part in it."""
    mark = getattr(correction.entry, "mark", None)
    if correction.proposed_by_id == actor.pk or (mark and mark.marked_by_id == actor.pk):
        return _("You gave the mark or asked for the change; somebody else decides.")
    if correction.entry.has_entrant(actor):
        return _("It is your own mark; somebody else decides.")
    return None


def decide(correction, actor, reason):
    """Sign the decision."""
    correction.decided_by, correction.decided_on = actor, timezone.localdate()


def apply_correction(correction, actor, reason):
    """Write the new score, work the ranks out again, and tell who asked."""
    entry, event = correction.entry, correction.entry.event
    set_score(entry, correction.new_score, correction.new_score is None, correction.proposed_by)
    rank(event)
    if event.state == EventState.PUBLISHED:
        show_awards(event)  # an award given to somebody absent goes with the mark
    tell_proposer(correction, actor, reason)


def tell_proposer(correction, actor, reason):
    """The judge learns what became of the correction."""
    tell(correction.proposed_by, f"correction.{correction.state}", correction.entry.event, key=f"{correction.pk}")
