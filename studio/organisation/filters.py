import django_filters
from django.utils.translation import gettext_lazy as _

from studio.core.text import fold, fold_number
from studio.kit.filters import Filters
from studio.organisation.choices import Role
from studio.organisation.models import Honour, Membership, Person


class PersonFilters(Filters):
    """People by name or number, unit, and role in the studio today."""

    name = django_filters.CharFilter(method="by_name", label=_("Name or employee number"))
    role = django_filters.ChoiceFilter(method="by_role", choices=Role.choices, label=_("Role today"))

    class Meta:
        model = Person
        fields = ["unit", "is_active"]

    def by_name(self, rows, name, value):
        found = rows.filter(name__icontains=value.strip()) | rows.filter(name_en__icontains=fold(value))
        return found | rows.filter(employee_number=fold_number(value))

    def by_role(self, rows, name, value):
        held = Membership.objects.in_force().filter(studio=self.studio, role=value)
        return rows.filter(pk__in=held.values("person"))


class MembershipFilters(Filters):
    """Roles in the studio; those in force today or not."""

    in_force = django_filters.BooleanFilter(method="by_day", label=_("In force today"))

    class Meta:
        model = Membership
        fields = ["role"]

    def by_day(self, rows, name, value):
        today = Membership.objects.in_force().values("pk")
        return rows.filter(pk__in=today) if value else rows.exclude(pk__in=today)


class HonourFilters(Filters):
    """Honours by level."""

    class Meta:
        model = Honour
        fields = ["level", "year"]
