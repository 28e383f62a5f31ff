"""Who competes: people enter themselves, others are entered, teams are put together, entries are withdrawn."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from competitions.actions import lock
from competitions.choices import ENTERING, TAKES_ENTRIES, EventState
from competitions.models import Entrant, Entry, Event
from competitions.notices import tell
from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.audit.rights import require
from studio.core.text import listed


@transaction.atomic
def enter(event: Event, actor) -> Entry:
    """Enter ``actor`` into an event that is open for entry."""
    locked = lock(event)
    require(actor, "competitions.enter", locked)
    if why := why_not_enter(locked):
        raise Refused(why)
    return _add(locked, actor, [actor])


def why_not_enter(event: Event):
    """Why nobody enters themselves into the event now; ``None`` when it is open."""
    if event.state != EventState.OPEN:
        return _("This event is not open for entry.")
    if event.enter_until and event.enter_until < timezone.localdate():
        return _("Entry ended on %(day)s. Ask the office of the studio.") % {"day": event.enter_until}
    if event.is_team:
        return _("Teams compete in this event. The office or the group leader enters them.")
    return None


@transaction.atomic
def enter_people(event: Event, actor, people) -> list[Entry]:
    """Enter others into an individual event, each for themselves: ahead of it, or when they came without entry."""
    locked = _taking_entries(event, actor)
    if locked.is_team:
        raise Refused(_("Teams compete in this event. Enter a team."))
    people = list(dict.fromkeys(people))
    return [_add(locked, actor, [person]) for person in people]


@transaction.atomic
def enter_team(actor, studio, *, event: Event, team_name: str, people, guests=()) -> Entry:
    """Enter a team; mates from elsewhere are named in ``guests``."""
    locked = _taking_entries(event, actor)
    if not locked.is_team:
        raise Refused(_("People compete one by one in this event. Enter them instead."))
    return _add(locked, actor, people, guests, team_name)


@transaction.atomic
def change_team(entry: Entry, actor, *, event: Event, team_name: str, people, guests=()) -> Entry:
    """Give a team another name or other people while the event takes entries."""
    locked = _taking_entries(entry.event, actor)
    if event != locked:
        raise Refused(_("A team stays in its event. Withdraw it and enter it into the other one."))
    entry.team_name = team_name
    entry.save()
    there = {one.person_id: one for one in entry.entrants.all() if one.person_id}
    people = list(dict.fromkeys(people))
    _refuse_doubles(locked, people, beside=entry)
    for gone in entry.entrants.exclude(person__in=people):
        gone.delete()
    _add_entrants(entry, [person for person in people if person.pk not in there], guests)
    audit(actor, "change", entry, entrants=[one.pk for one in entry.entrants.all()])
    return entry


@transaction.atomic
def withdraw(entry: Entry, actor) -> None:
    """Take an entry back while the event lies ahead."""
    event = lock(entry.event)
    if not entry.has_entrant(actor) or event.is_team:
        require(actor, "competitions.edit", event)
    if event.state not in ENTERING:
        raise Refused(_("The event took place or was cancelled; the entry stays as it is."))
    fresh = Entry.objects.filter(pk=entry.pk).first()
    if fresh is None:
        raise Refused(_("This entry was withdrawn already."))
    audit(actor, "entry.withdraw", event, entry=fresh.pk)
    fresh.delete()


def _taking_entries(event: Event, actor) -> Event:
    locked = lock(event)
    require(actor, "competitions.edit", locked)
    if locked.state not in TAKES_ENTRIES:
        raise Refused(_("Nobody can be entered into an event whose marks are locked or that is cancelled."))
    if why := locked.competition.why_locked(actor):
        raise Refused(why)
    return locked


def _add(event: Event, actor, people, guests=(), team_name="") -> Entry:
    people = list(dict.fromkeys(people))
    _refuse_doubles(event, people)
    entry = Entry.objects.create(studio=event.studio, event=event, team_name=team_name)
    _add_entrants(entry, people, guests)
    audit(actor, "entry.add", event, entry=entry.pk)
    for person in people:
        if person != actor:
            tell(person, "entered", event, key=f"{entry.pk}")
    return entry


def _refuse_doubles(event: Event, people, beside: Entry | None = None) -> None:
    """Nobody competes twice in an event, or where they judge."""
    others = event.entrants.exclude(entry=beside) if beside else event.entrants
    there = set(others.filter(person__in=people).values_list("person", flat=True))
    if there:
        known = listed(person for person in people if person.pk in there)
        raise Refused(_("Already entered: %(people)s.") % {"people": known})
    judging = set(event.judges.filter(person__in=people).values_list("person", flat=True))
    if judging:
        known = listed(person for person in people if person.pk in judging)
        raise Refused(_("%(people)s judge this event and cannot compete in it.") % {"people": known})


def _add_entrants(entry: Entry, people, guests) -> None:
    for person in people:
        Entrant.objects.create(studio=entry.studio, entry=entry, event=entry.event, person=person)
    for guest in guests:
        Entrant.objects.create(studio=entry.studio, entry=entry, event=entry.event, guest=guest)
