"""What waits for somebody in competitions."""

from django.utils.translation import gettext_lazy as _

from competitions.models import Competition, Correction, Event
from studio.notices.registry import Todo
from studio.organisation.access import rights


def to_mark(person, studio):
    """Events whose entries wait for the marks of this judge."""
    if not rights(person, studio).scopes("competition_marks", "edit"):
        return Event.objects.none()
    return Event.objects.filter(studio=studio).assigned(person).to_mark().select_related("studio")


def to_lock(person, studio):
    """Events with all marks, for who locks them."""
    return Event.objects.open_to(person, studio, "competitions.approve").to_lock().select_related("studio")


def to_publish(person, studio):
    """Events with locked marks, for who gives awards and publishes."""
    return Event.objects.open_to(person, studio, "competitions.approve").to_publish().select_related("studio")


def to_record(person, studio):
    """Events held elsewhere of which nothing is known yet."""
    return Event.objects.open_to(person, studio, "competition_results.edit").to_record().select_related("studio")


def overdue(person, studio):
    """Planned competitions whose last day has passed."""
    held = rights(person, studio)
    scopes, late = held.scopes("competitions", "edit"), Competition.objects.filter(studio=studio).overdue()
    if "all" not in scopes:
        late = late.filter(discipline__in=held.disciplines_led if "group" in scopes else ())
    return late.select_related("studio")


def corrections(person, studio):
    """Corrections of locked marks that this person may decide."""
    if not rights(person, studio).scopes("competitions", "approve"):
        return Correction.objects.none()
    waiting = Correction.objects.filter(studio=studio).waiting().for_another_than(person)
    return waiting.select_related("studio", "entry__event").prefetch_related("entry__entrants__person")


def my_next_events(person, studio):
    """Events ahead in which the person competes."""
    return Event.objects.filter(studio=studio).upcoming_for(person).select_related("studio")


EVENTS = "competitions:event_list"
for key, label, area, query, url in (
    ("mark", _("Entries to mark"), "competition_marks", to_mark, EVENTS),
    ("record", _("Results to record"), "competition_results", to_record, EVENTS),
    ("lock", _("Marks to lock"), "competitions", to_lock, EVENTS),
    ("publish", _("Results to publish"), "competitions", to_publish, EVENTS),
    ("corrections", _("Corrections to decide"), "competition_marks", corrections, "competitions:correction_list"),
    ("overdue", _("Competitions to mark as held"), "competitions", overdue, "competitions:competition_list"),
    ("next", _("My next competitions"), "competitions", my_next_events, EVENTS),
):
    Todo(f"competitions.{key}", label, area, query, url).register()
