"""Reads of alliances, agreements, exchange events and shared resources."""

from datetime import timedelta

from django.db.models import BooleanField, Case, Count, Max, Min, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from sharing.choices import AgreementState, EventState
from sharing.names import Joined, comma, shown_name
from studio.organisation.records import StudioQuerySet

# How long ahead the end of an agreement is announced.
DAYS_AHEAD = 60


def signed_and_running(day) -> Q:
    """Agreements in force on ``day``: signed by then, begun, not past their last day and not ended before."""
    no_end = Q(to_date__isnull=True) | Q(to_date__gte=day)
    not_ended = Q(ended_on__isnull=True) | Q(ended_on__gte=day)
    return Q(signed_on__lte=day, from_date__lte=day) & no_end & not_ended


class AllianceQuerySet(StudioQuerySet):
    def in_force(self, day):
        """Alliances the studio belonged to on ``day``; without a recorded start nobody can say."""
        return self.filter(Q(to_date__isnull=True) | Q(to_date__gte=day), from_date__lte=day)

    def undated(self):
        """Alliances of which no start is recorded."""
        return self.filter(from_date__isnull=True)

    def with_units(self):
        """Annotate ``units``: how many other units belong to each today."""
        today = timezone.localdate()
        here = Q(members__to_date__isnull=True) | Q(members__to_date__gte=today)
        return self.annotate(units=Count("members", filter=here))


class AgreementQuerySet(StudioQuerySet):
    def in_force(self, day):
        """Agreements in force on ``day``."""
        return self.filter(signed_and_running(day))

    def with_party(self):
        """Annotate ``party``: the partner unit, or the alliance where none is named."""
        return self.annotate(party=Coalesce(shown_name("partner__"), shown_name("alliance__")))

    def with_in_force(self):
        """Annotate ``in_force_today``."""
        runs = When(signed_and_running(timezone.localdate()), then=Value(True))
        return self.annotate(in_force_today=Case(runs, default=Value(False), output_field=BooleanField()))

    def ending(self):
        """Signed agreements whose last day is past or near, the first one first."""
        near = timezone.localdate() + timedelta(days=DAYS_AHEAD)
        return self.filter(state=AgreementState.SIGNED, to_date__lte=near).order_by("to_date", "pk")


class EventQuerySet(StudioQuerySet):
    def held_in(self, period, as_of):
        """Events held in the period, as known on the cut-off day."""
        return self.filter(held_on__range=(period.start, min(period.end, as_of)))

    def to_hold(self):
        """Planned events whose day has come, oldest first."""
        come = Q(state=EventState.PLANNED, planned_on__lte=timezone.localdate())
        return self.filter(come).order_by("planned_on", "pk")

    def count_by_kind(self) -> dict[str, tuple[int, int, int]]:
        """How many events, own people and guests by type; of events that were held."""
        rows = self.order_by().values_list("kind")
        rows = rows.annotate(Count("pk"), Sum("own_heads"), Sum("guest_heads"))
        return {kind: tuple(numbers) for kind, *numbers in rows}

    def with_partners(self):
        """Annotate ``partner_names``: the partner units, one after the other."""
        between = self.model.partners.through.objects.filter(exchangeevent=OuterRef("pk")).order_by()
        names = between.values("exchangeevent").annotate(text=Joined(shown_name("partnerunit__"), comma()))
        return self.annotate(partner_names=Coalesce(Subquery(names.values("text")), Value("")))


class ResourceQuerySet(StudioQuerySet):
    def on_offer(self, day):
        """Resources on offer on ``day``, the day they were retired included."""
        return self.filter(Q(retired_on__isnull=True) | Q(retired_on__gte=day), offered_on__lte=day)

    def with_uses(self):
        """Annotate ``used``: how often each was used so far."""
        return self.annotate(used=Count("uses", filter=Q(uses__withdrawn_on__isnull=True)))

    def with_uses_in(self, period, as_of):
        """Annotate ``uses_then`` and ``hours_then``: the period's uses until the cut-off day, and their hours."""
        days = (period.start, min(period.end, as_of))
        then = Q(uses__withdrawn_on__isnull=True, uses__used_on__range=days)
        return self.annotate(uses_then=Count("uses", filter=then), hours_then=Sum("uses__hours", filter=then))


class UseQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(person=person)

    def standing(self):
        """Those not withdrawn."""
        return self.filter(withdrawn_on__isnull=True)

    def with_user(self):
        """Annotate ``used_by``: the partner unit, the person or the own unit."""
        return self.annotate(used_by=Coalesce(*(shown_name(f"{one}__") for one in ("partner", "person", "unit"))))

    def span(self) -> tuple:
        """The first and the last day of use; ``None`` twice when there is none."""
        found = self.aggregate(first=Min("used_on"), last=Max("used_on"))
        return found["first"], found["last"]
