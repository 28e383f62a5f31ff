"""Filters of the sharing lists; period and discipline come from the pickers of every page."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, ModelChoiceFilter

from sharing.models import Agreement, Alliance, AllianceMember, ExchangeEvent, PartnerUnit, ResourceUse, SharedResource
from studio.kit.filters import DateBetween, Filters


class PartnerFilters(Filters):
    class Meta:
        model = PartnerUnit
        fields = ["kind"]


class AllianceFilters(Filters):
    class Meta:
        model = Alliance
        fields = ["role", "level"]


class AllianceMemberFilters(Filters):
    class Meta:
        model = AllianceMember
        fields = ["alliance", "unit", "role"]


class AgreementFilters(Filters):
    in_force = BooleanFilter(label=_("In force today"), method="running")
    to_date = DateBetween(label=_("In force to"))

    class Meta:
        model = Agreement
        fields = ["state", "kind", "partner", "alliance"]

    def running(self, rows, _name, value):
        """Those in force today, or all others."""
        running = Agreement.objects.in_force(timezone.localdate()).values("pk")
        return rows.filter(pk__in=running) if value else rows.exclude(pk__in=running)


class EventFilters(Filters):
    partners = ModelChoiceFilter(label=_("Partner unit"), queryset=PartnerUnit.objects.all())
    held_on = DateBetween(label=_("Held on"))

    class Meta:
        model = ExchangeEvent
        fields = ["state", "kind", "alliance"]


class ResourceFilters(Filters):
    class Meta:
        model = SharedResource
        fields = ["state", "kind", "direction", "partner", "keeper"]


class UseFilters(Filters):
    used_on = DateBetween(label=_("Used on"))

    class Meta:
        model = ResourceUse
        fields = ["state", "resource", "partner", "person", "unit"]
