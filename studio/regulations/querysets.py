"""Reads of regulations, meetings, duties and funds."""

from datetime import date, timedelta
from decimal import Decimal

from django.apps import apps
from django.db.models import (
    Case,
    Count,
    DecimalField,
    Exists,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Round
from django.utils import timezone

from studio.organisation.choices import Role
from studio.organisation.models import Membership, Person
from studio.organisation.records import StudioQuerySet
from studio.regulations.choices import FundState, MeetingState, SpendState, Standing, VersionState
from studio.regulations.standing import has_version, holds, kept, lasts, reviewed

MONEY = DecimalField(max_digits=14, decimal_places=2)


def members(day: date):
    """Memberships of the role member that hold on ``day``."""
    return Membership.objects.in_force(day).filter(role=Role.MEMBER)


def readers_of(day: date) -> Coalesce:
    """Of versions: how many members the studio had on ``day``."""
    here = members(day).filter(studio=OuterRef("studio")).order_by()
    return _number(here.values("studio").annotate(number=Count("person", distinct=True)))


def confirmed_by(day: date) -> Coalesce:
    """Of versions: how many of those members had confirmed it by ``day``."""
    # Asked of each reading: a list of all members would be made anew for each.
    is_member = Exists(members(day).filter(studio=OuterRef("studio"), person=OuterRef("person")))
    readings = apps.get_model("regulations", "Reading").objects.filter(
        is_member, version_read=OuterRef("pk"), confirmed_on__lte=day
    )
    return _number(readings.order_by().values("version_read").annotate(number=Count("pk")))


def waiting_for(version):
    """Members who have not confirmed ``version`` yet, by name."""
    now = members(timezone.localdate()).filter(studio=version.studio).values("person")
    done = version.readings.values("person")
    return Person.objects.filter(pk__in=now).exclude(pk__in=done).order_by("sort_key", "pk")


def _number(counted) -> Coalesce:
    return Coalesce(Subquery(counted.values("number"), output_field=IntegerField()), 0)


class RequiredKindQuerySet(StudioQuerySet):
    def in_force(self, day=None):
        """Kinds required on ``day`` (today unless given)."""
        return self.filter(lasts(day or timezone.localdate()))

    def with_standing(self, day=None):
        """Each with ``standing``: kept, overdue for review, or missing on ``day``."""
        return self.annotate(standing=_standing(kept, day or timezone.localdate()))


class RegulationQuerySet(StudioQuerySet):
    def with_current(self):
        """Each with ``current``, its version in force, for look-ups such as ``current__number``."""
        in_force = Q(versions__state=VersionState.IN_FORCE)
        return self.annotate(current=FilteredRelation("versions", condition=in_force))

    def with_standing(self, day=None):
        """Each with ``standing``: in force, overdue for review, or no version in force on ``day``."""
        return self.annotate(standing=_standing(has_version, day or timezone.localdate()))


def _standing(exists, day) -> Case:
    return Case(
        When(exists(day, reviewed(day)), then=Value(Standing.IN_FORCE.value)),
        When(exists(day), then=Value(Standing.OVERDUE.value)),
        default=Value(Standing.MISSING.value),
    )


class VersionQuerySet(StudioQuerySet):
    def in_force(self, day=None):
        """Versions in force on ``day`` (today unless given)."""
        return self.filter(holds(day or timezone.localdate()))

    def to_review(self, days: int):
        """Versions in force whose review is overdue or due within ``days``, the most urgent first."""
        last = timezone.localdate() + timedelta(days=days)
        return self.filter(state=VersionState.IN_FORCE, review_due__lte=last).order_by("review_due", "pk")

    def unread_by(self, person):
        """Versions in force that ``person`` has not confirmed, the oldest first."""
        return self.filter(state=VersionState.IN_FORCE).exclude(readings__person=person).order_by("effective_on", "pk")

    def with_readers(self, day=None):
        """Each with ``asked`` (members on ``day``) and ``confirmed`` (how many of them had confirmed it by then)."""
        day = day or timezone.localdate()
        return self.annotate(asked=readers_of(day), confirmed=confirmed_by(day))

    def known_due(self, day):
        """Each with ``due_then``: until when no review was due, as far as was known on ``day``."""
        reviews = apps.get_model("regulations", "VersionReview").objects.filter(
            version_reviewed=OuterRef("pk"), reviewed_on__lte=day
        )
        return self.annotate(due_then=Subquery(reviews.order_by("-next_due").values("next_due")[:1]))


class ReadingQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(person=person)


class DutyQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(person=person)

    def in_force(self, day=None):
        """Duties that hold on ``day`` (today unless given)."""
        return self.filter(lasts(day or timezone.localdate()))


class MeetingQuerySet(StudioQuerySet):
    def with_heads(self):
        """Each with ``heads``: the people named as present and the others."""
        return self.annotate(heads=Count("present") + F("guests"))

    def to_hold(self):
        """Planned meetings whose day has come, oldest first."""
        return self.filter(state=MeetingState.PLANNED, planned_on__lte=timezone.localdate()).order_by(
            "planned_on", "pk"
        )


class MeetingRuleQuerySet(StudioQuerySet):
    def overlapping(self, rule):
        """Rules for the same kind and discipline that hold on some of the same days."""
        same = self.filter(studio=rule.studio, kind=rule.kind, discipline=rule.discipline)
        return overlapping_days(same, rule)


def overlapping_days(rows, one):
    """Of ``rows``, all from one day to another, those that share a day with ``one``; itself left out."""
    rows = rows.filter(Q(to_date__isnull=True) | Q(to_date__gte=one.from_date)).exclude(pk=one.pk)
    return rows.filter(from_date__lte=one.to_date) if one.to_date else rows


def _sum() -> Round:
    return Round(Sum("amount"), 2, output_field=MONEY)


def spent_from_fund(*conditions) -> Coalesce:
    """Of funds: the sum of their spends that meet the conditions."""
    spends = apps.get_model("regulations", "Spend").objects.filter(*conditions, fund=OuterRef("pk")).order_by()
    total = spends.values("fund").annotate(total=_sum()).values("total")
    return Coalesce(Subquery(total, output_field=MONEY), Value(Decimal(0)), output_field=MONEY)


def left_of_budget(spent) -> Round:
    """Of funds: budget less ``spent``, to the cent (SQLite works with floats)."""
    return Round(F("budget") - spent, 2, output_field=MONEY)


def balance_on(day):
    """Of funds: what was left of the budget on ``day``."""
    return left_of_budget(spent_from_fund(Q(state=SpendState.APPROVED, spent_on__lte=day)))


class FundQuerySet(StudioQuerySet):
    def with_balance(self, day=None):
        """Each with ``spent`` (approved), ``waiting`` (recorded) and ``balance``; up to ``day`` where one is given."""
        until = Q(spent_on__lte=day) if day else Q()
        spent, waiting = (
            spent_from_fund(until, Q(state=state)) for state in (SpendState.APPROVED, SpendState.RECORDED)
        )
        return self.annotate(spent=spent, waiting=waiting, balance=left_of_budget(spent))

    def open(self):
        """Those money can be spent from."""
        return self.filter(state=FundState.OPEN)


class SpendQuerySet(StudioQuerySet):
    def approved(self):
        """Those that count."""
        return self.filter(state=SpendState.APPROVED)

    def waiting(self):
        """Recorded and not yet approved, the oldest first."""
        return self.filter(state=SpendState.RECORDED).order_by("spent_on", "pk")

    def not_involving(self, person):
        """Those that ``person`` could approve: neither recorded by them nor paid to them."""
        return self.exclude(recorder=person).exclude(beneficiary=person)

    def total(self) -> Decimal:
        """The sum of their amounts."""
        return self.aggregate(total=_sum())["total"] or Decimal(0)

    def by_category(self):
        """Pairs of category and sum, in the order of the categories."""
        return self.order_by("category__order", "category").values_list("category").annotate(total=_sum())
