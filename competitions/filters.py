"""Filters of the competition lists; period and discipline come from the pickers of every page."""

from django.utils.translation import gettext_lazy as _

from competitions.models import Competition, Correction, Entrant, Entry, Event, Mark, Result
from studio.kit.filters import DateBetween, Filters


class CompetitionFilters(Filters):
    from_date = DateBetween(label=_("First day"))
    held_on = DateBetween(label=_("Held on"))

    class Meta:
        model = Competition
        fields = ["kind", "level", "state"]


class EventFilters(Filters):
    planned_on = DateBetween(label=_("Planned day"))
    held_on = DateBetween(label=_("Held on"))

    class Meta:
        model = Event
        fields = ["state", "competition", "form", "occupation"]


class EntryFilters(Filters):
    class Meta:
        model = Entry
        fields = ["event", "absent"]


class EntrantFilters(Filters):
    event__held_on = DateBetween(label=_("Held on"))

    class Meta:
        model = Entrant
        fields = ["person", "event"]


class MarkFilters(Filters):
    class Meta:
        model = Mark
        fields = ["award"]


class CorrectionFilters(Filters):
    class Meta:
        model = Correction
        fields = ["state"]


class ResultFilters(Filters):
    awarded_on = DateBetween(label=_("Awarded on"))

    class Meta:
        model = Result
        fields = ["award", "entry__event__competition__level", "basis", "expert_level"]
