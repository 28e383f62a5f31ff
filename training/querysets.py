"""Reads of training records."""

from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from studio.organisation.access import rights
from studio.organisation.records import StudioQuerySet
from training.choices import UPCOMING, AttendanceStatus, SessionState

_PLACE_TAKEN = ~Q(attendances__status=AttendanceStatus.EXCUSED)
_CAME = Q(attendances__status=AttendanceStatus.PRESENT)


class CourseQuerySet(StudioQuerySet):
    def own(self, person):
        """Courses with a session that is open for enrolment or that ``person`` is enrolled in."""
        mine = Q(sessions__state=SessionState.OPEN) | Q(sessions__attendances__person=person)
        return self.filter(pk__in=self.model.objects.filter(mine).values("pk"))


class SessionQuerySet(StudioQuerySet):
    def own(self, person):
        """Sessions open for enrolment, and those ``person`` is or was enrolled in."""
        mine = Q(state=SessionState.OPEN) | Q(attendances__person=person)
        return self.filter(pk__in=self.model.objects.filter(mine).values("pk"))

    def assigned(self, person):
        """Sessions that ``person`` gives."""
        return self.filter(trainer=person)

    def run_by(self, person, studio):
        """Sessions of ``studio`` whose attendance ``person`` may record."""
        held = rights(person, studio)
        scopes, inside = held.scopes("training_results", "edit"), self.filter(studio=studio)
        if "all" in scopes:
            return inside
        mine = Q(pk__in=[])
        if "assigned" in scopes:
            mine |= Q(trainer=person)
        if "group" in scopes:
            mine |= Q(course__discipline__in=held.disciplines_led)
        return inside.filter(mine)

    def to_hold(self):
        """Open sessions whose day has come, oldest first."""
        return self.filter(state=SessionState.OPEN, planned_on__lte=timezone.localdate()).order_by("planned_on", "pk")

    def to_record(self):
        """Held sessions with somebody of whom nobody said yet whether they came, oldest first."""
        # Asked of each held session, of which there are few; the other way round all attendances ever would be read.
        waiting = self.model.objects.filter(pk=OuterRef("pk"), attendances__status=AttendanceStatus.ENROLLED)
        return self.filter(Exists(waiting), state=SessionState.HELD).order_by("planned_on", "pk")

    def upcoming_for(self, person):
        """Sessions ahead that ``person`` is enrolled in, next one first."""
        ahead = self.filter(state__in=UPCOMING, planned_on__gte=timezone.localdate())
        enrolled = ahead.filter(attendances__person=person, attendances__status=AttendanceStatus.ENROLLED)
        return enrolled.order_by("planned_on", "pk")

    def by_trainer(self):
        """(trainer, sessions, class hours) of these sessions, the names in their order."""
        rows = self.order_by("trainer__sort_key", "trainer")
        return rows.values_list("trainer").annotate(sessions=Count("pk"), hours=Sum("class_hours"))

    def by_course(self):
        """(course, sessions, class hours) of these sessions, the titles in their order."""
        rows = self.order_by("course__title", "course__title_en", "course")
        return rows.values_list("course").annotate(sessions=Count("pk"), hours=Sum("class_hours"))

    def held_in(self, period, as_of):
        """Held in the period, as known on the cut-off day."""
        return self.filter(held_on__range=(period.start, min(period.end, as_of)))

    def with_heads(self):
        """Each with ``taken`` (places taken) and ``came`` (people who were there)."""
        return self.annotate(
            taken=Count("attendances", filter=_PLACE_TAKEN),
            came=Count("attendances", filter=_CAME),
        )


class AttendanceQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(person=person)

    def assigned(self, person):
        """Rows of the sessions that ``person`` gives."""
        return self.filter(session__trainer=person)

    def places_taken(self) -> int:
        """Everybody but the excused, whose place is free again."""
        return self.exclude(status=AttendanceStatus.EXCUSED).count()

    def in_the_room(self) -> int:
        """Who came; as long as nobody said who did, whoever has a place."""
        return self.came().count() or self.places_taken()

    def unrecorded(self):
        """People of whom nobody said yet whether they came."""
        return self.filter(status=AttendanceStatus.ENROLLED)

    def came(self):
        """People who were there."""
        return self.filter(status=AttendanceStatus.PRESENT)

    def held_in(self, period, as_of):
        """Of the sessions held in the period, as known on the cut-off day, in the order of their days."""
        last = min(period.end, as_of)
        return self.filter(session__held_on__range=(period.start, last)).order_by("session__held_on", "pk")

    def totals(self) -> dict:
        """``sessions``, ``hours``, ``results`` and ``passed`` of those who came."""
        return self.came().aggregate(
            sessions=Count("pk"),
            hours=Coalesce(Sum("session__class_hours"), Decimal(0)),
            results=Count("passed"),
            passed=Count("pk", filter=Q(passed=True)),
        )

    def by_person(self):
        """(person, sessions, hours, results, passed) of everybody who came, the names in their order."""
        rows = self.came().order_by("person__sort_key", "person")
        return rows.values_list("person").annotate(
            sessions=Count("pk"),
            hours=Sum("session__class_hours"),
            results=Count("passed"),
            passed_=Count("pk", filter=Q(passed=True)),
        )
