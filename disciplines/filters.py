import django_filters
from django.utils.translation import gettext_lazy as _

from disciplines.models import Group, GroupMembership, LevelRecord
from studio.kit.filters import DateBetween, Filters


class GroupFilters(Filters):
    """Groups in force today, or ended."""

    in_force = django_filters.BooleanFilter(method="by_day", label=_("In force today"))

    class Meta:
        model = Group
        fields = []

    def by_day(self, rows, name, value):
        today = Group.objects.in_force().values("pk")
        return rows.filter(pk__in=today) if value else rows.exclude(pk__in=today)


class PlaceFilters(Filters):
    """Members by group and position; today's or earlier ones."""

    in_force = django_filters.BooleanFilter(method="by_day", label=_("In force today"))

    class Meta:
        model = GroupMembership
        fields = ["group", "position"]

    def by_day(self, rows, name, value):
        today = GroupMembership.objects.in_force().values("pk")
        return rows.filter(pk__in=today) if value else rows.exclude(pk__in=today)


class LevelFilters(Filters):
    """Levels by occupation, step and basis."""

    reached_on = DateBetween(label=_("Reached"))

    class Meta:
        model = LevelRecord
        fields = ["occupation", "level", "basis"]
