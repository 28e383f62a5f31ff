"""Filters of the lists; period and discipline come from the pickers of every page."""

import django_filters
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.kit.filters import DateBetween, Filters
from studio.regulations.choices import Standing
from studio.regulations.models import (
    Duty,
    Fund,
    Meeting,
    MeetingRule,
    Reading,
    Regulation,
    RegulationVersion,
    RequiredKind,
    Spend,
)


class StandingFilter(django_filters.ChoiceFilter):
    """By what is worked out for today."""

    def __init__(self, **kwargs):
        super().__init__(**{"label": pgettext_lazy("regulation", "Standing"), "choices": Standing.choices, **kwargs})

    def filter(self, rows, value):
        return rows.with_standing().filter(standing=value) if value else rows


class RegulationFilters(Filters):
    standing = StandingFilter()

    class Meta:
        model = Regulation
        fields = ["kind", "owner"]


class VersionFilters(Filters):
    effective_on = DateBetween(label=_("Effective from"))
    review_due = DateBetween(label=_("Review due"))

    class Meta:
        model = RegulationVersion
        fields = ["state", "regulation"]


class RequiredFilters(Filters):
    standing = StandingFilter()

    class Meta:
        model = RequiredKind
        fields = ["kind"]


class ReadingFilters(Filters):
    confirmed_on = DateBetween(label=_("Confirmed on"))

    class Meta:
        model = Reading
        fields = ["version_read", "person"]


class DutyFilters(Filters):
    from_date = DateBetween(label=_("From"))

    class Meta:
        model = Duty
        fields = ["person"]


class MeetingFilters(Filters):
    held_on = DateBetween(label=pgettext_lazy("meeting", "Held on"))

    class Meta:
        model = Meeting
        fields = ["state", "kind"]


class RuleFilters(Filters):
    class Meta:
        model = MeetingRule
        fields = ["kind", "per"]


class FundFilters(Filters):
    class Meta:
        model = Fund
        fields = ["state", "source", "year"]


class SpendFilters(Filters):
    spent_on = DateBetween(label=_("Day"))

    class Meta:
        model = Spend
        fields = ["state", "fund", "category"]
