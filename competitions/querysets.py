"""Reads of competition records."""

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from competitions.choices import ENTERING, SEALED, CompetitionKind, CompetitionState, CorrectionState, EventState
from competitions.names import entrant_name, entry_name
from studio.organisation.access import rights
from studio.organisation.records import StudioQuerySet


class CompetitionQuerySet(StudioQuerySet):
    def own(self, person):
        """Competitions with an event that is open for entry or in which ``person`` competes."""
        mine = Q(events__state=EventState.OPEN) | Q(events__entrants__person=person)
        return self.filter(pk__in=self.model.objects.filter(mine).values("pk"))

    def assigned(self, person):
        """Competitions with an event that ``person`` judges."""
        return self.filter(pk__in=self.model.objects.filter(events__judges__person=person).values("pk"))

    def overdue(self):
        """Planned competitions whose last day has passed, oldest first."""
        late = self.filter(state=CompetitionState.PLANNED, to_date__lt=timezone.localdate())
        return late.order_by("to_date", "pk")

    def held_in(self, period, as_of):
        """Competitions held in the period and known on ``as_of``, in the order of their days."""
        last = min(period.end, as_of)
        return self.filter(held_on__range=(period.start, last)).order_by("held_on", "pk")

    def with_counts(self):
        """Each with ``event_count`` and ``entrant_count`` (people of ours, who were not absent)."""
        competed = Q(events__entrants__person__isnull=False, events__entrants__entry__absent=False)
        return self.annotate(
            event_count=Count("events", filter=~Q(events__state=EventState.CANCELLED), distinct=True),
            entrant_count=Count("events__entrants", filter=competed, distinct=True),
        )


class EventQuerySet(StudioQuerySet):
    def own(self, person):
        """Events open for entry, and those in which ``person`` competes."""
        mine = Q(state=EventState.OPEN) | Q(entrants__person=person)
        return self.filter(pk__in=self.model.objects.filter(mine).values("pk"))

    def assigned(self, person):
        """Events that ``person`` judges."""
        return self.filter(judges__person=person)

    def open_to(self, person, studio, permission: str):
        """Events of ``studio`` for which ``person`` holds ``permission`` by role or as group leader."""
        area, _dot, verb = permission.partition(".")
        held = rights(person, studio)
        scopes, inside = held.scopes(area, verb), self.filter(studio=studio)
        if "all" in scopes:
            return inside
        return inside.filter(discipline__in=held.disciplines_led) if "group" in scopes else inside.none()

    def to_mark(self):
        """Our own events that were held and lack a mark, oldest first."""
        return self._held_at_ours().filter(Exists(self._unmarked())).order_by("held_on", "pk")

    def to_lock(self):
        """Our own events in which everybody has a mark or was absent, oldest first."""
        entries = self.model.objects.filter(pk=OuterRef("pk"), entries__absent=False)
        return self._held_at_ours().filter(Exists(entries)).exclude(Exists(self._unmarked())).order_by("held_on", "pk")

    def to_publish(self):
        """Our own events whose marks are locked, oldest first."""
        return self.filter(state=EventState.LOCKED).order_by("locked_on", "pk")

    def to_record(self):
        """Events held elsewhere with entries of which nothing is known yet, oldest first."""
        elsewhere = self.filter(
            state=EventState.HELD,
            competition__kind=CompetitionKind.ATTENDED,
            competition__state__in=(CompetitionState.PLANNED, CompetitionState.HELD),
        )
        unknown = self.model.objects.filter(pk=OuterRef("pk"), entries__absent=False, entries__result=None)
        waiting = unknown.filter(entries__isnull=False)
        return elsewhere.filter(Exists(waiting)).order_by("held_on", "pk")

    def upcoming_for(self, person):
        """Events ahead in which ``person`` competes, next one first."""
        ahead = self.filter(state__in=ENTERING, planned_on__gte=timezone.localdate(), entrants__person=person)
        return ahead.order_by("planned_on", "pk")

    def with_counts(self):
        """Each with ``entry_count``: how many people or teams are entered."""
        return self.annotate(entry_count=Count("entries"))

    def _held_at_ours(self):
        return self.filter(state=EventState.HELD, competition__kind=CompetitionKind.ORGANISED)

    def _unmarked(self):
        waiting = self.model.objects.filter(pk=OuterRef("pk"), entries__absent=False, entries__mark=None)
        return waiting.filter(entries__isnull=False)


class JudgeQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(person=person)

    def assigned(self, person):
        """All judges of the events that ``person`` judges."""
        return self.filter(event__in=self.model.objects.filter(person=person).values("event"))


class EntryQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(entrants__person=person)

    def assigned(self, person):
        """Entries of the events that ``person`` judges."""
        return self.filter(event__judges__person=person)

    def with_who(self):
        """Each with ``who``: its people, behind the name of their team."""
        return self.annotate(who=entry_name("pk"))

    def without_mark(self):
        """Those of whom no judge said yet how they did."""
        return self.filter(absent=False, mark=None)

    def touched(self):
        """Those with a mark or a result, or recorded as absent."""
        return self.filter(Q(absent=True) | Q(mark__isnull=False) | Q(result__isnull=False))

    def for_sheet(self):
        """With everything that a sheet shows, in the order in which they entered."""
        return self.select_related("event", "mark", "result").prefetch_related("entrants__person__unit").order_by("pk")

    def how_many(self) -> int:
        """Their number, for a sentence that says how many are missing."""
        return self.count()


class EntrantQuerySet(StudioQuerySet):
    def own(self, person):
        """The person's own, with the team mates of each entry."""
        return self.filter(entry__in=self.model.objects.filter(person=person).values("entry"))

    def assigned(self, person):
        """People in the events that ``person`` judges."""
        return self.filter(event__judges__person=person)

    def with_who(self):
        """Each with ``who``: the name, also of people from elsewhere."""
        return self.annotate(who=entrant_name())


class OfEntry(StudioQuerySet):
    """Rows that stand under an entry."""

    def assigned(self, person):
        """Those of the events that ``person`` judges."""
        return self.filter(entry__event__judges__person=person)

    def with_who(self):
        """Each with ``who``: the people of its entry, behind the name of their team."""
        return self.annotate(who=entry_name("entry"))


class MarkQuerySet(OfEntry):
    def own(self, person):
        """The person's own marks, once they are published."""
        return self.filter(entry__entrants__person=person, entry__event__state=EventState.PUBLISHED)

    def locked(self):
        """Marks that no judge changes any more."""
        return self.filter(entry__event__state__in=SEALED)


class CorrectionQuerySet(OfEntry):
    def locked(self):
        """All of them: there is nothing to correct before the lock."""
        return self.filter(entry__event__state__in=SEALED)

    def waiting(self):
        """Those nobody decided yet, oldest first."""
        return self.filter(state=CorrectionState.PROPOSED).order_by("proposed_on", "pk")

    def for_another_than(self, person):
        """Those that ``person`` may decide: neither asked for nor marked by them, nor about themselves."""
        mine = Q(proposed_by=person) | Q(entry__mark__marked_by=person)
        return self.exclude(mine).exclude(entry__entrants__person=person)


class ResultQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(entry__entrants__person=person)

    def with_who(self):
        """Each with ``who``: the people of its entry, behind the name of their team."""
        return self.annotate(who=entry_name("entry"))

    def awarded_in(self, period, as_of):
        """Awards and titles of the period known on ``as_of``, in the order of their days."""
        last = min(period.end, as_of)
        return self.filter(awarded_on__range=(period.start, last)).order_by("awarded_on", "pk")
