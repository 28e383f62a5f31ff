"""Forms of facilities records and of equipment's moves."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.facilities.choices import Weekday
from studio.facilities.models import Calibration, Closure, Equipment, OpenHours, Room, Use, VisitorBatch
from studio.kit.forms import RecordForm
from studio.kit.moves import MoveForm
from studio.organisation.registries import discipline_sources


def clock() -> forms.TimeInput:
    """A time of day in hours and minutes."""
    return forms.TimeInput(format="%H:%M", attrs={"type": "time"})


class RoomForm(RecordForm):
    """A room."""

    groups = [
        (_("What"), "name name_en base use"),
        (_("How big"), "floor_area seats stations"),
        (_("Who and when"), "keeper from_date to_date risk_notice"),
    ]

    class Meta:
        model = Room
        fields = [
            "name",
            "name_en",
            "base",
            "use",
            "floor_area",
            "seats",
            "stations",
            "keeper",
            "from_date",
            "to_date",
            "risk_notice",
        ]


class OpenHoursForm(RecordForm):
    """The hours of one day of the week."""

    groups = [(_("When"), "room weekday opens closes"), (_("From when"), "from_date to_date")]

    class Meta:
        model = OpenHours
        fields = ["room", "weekday", "opens", "closes", "from_date", "to_date"]
        widgets = {"opens": clock(), "closes": clock()}


class NewHoursForm(RecordForm):
    """The same hours for several days of the week at once."""

    groups = [(_("When"), "room weekdays opens closes"), (_("From when"), "from_date to_date")]

    weekdays = forms.TypedMultipleChoiceField(
        label=_("Days of the week"), choices=Weekday.choices, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = OpenHours
        fields = ["room", "opens", "closes", "from_date", "to_date"]
        widgets = {"opens": clock(), "closes": clock()}


class ClosureForm(RecordForm):
    """A closure."""

    groups = [(_("Why"), "title title_en"), (_("What and when"), "room from_date to_date")]

    class Meta:
        model = Closure
        fields = ["title", "title_en", "room", "from_date", "to_date"]


class UseForm(RecordForm):
    """What a room was used for: made to be filled in by keyboard, with what is likely in it already."""

    groups = [
        (_("Where and when"), "room day starts ends"),
        (_("What for"), "purpose function discipline persons"),
        (_("More"), "purpose_en note"),
    ]

    class Meta:
        model = Use
        fields = [
            "room",
            "day",
            "starts",
            "ends",
            "purpose",
            "function",
            "discipline",
            "persons",
            "purpose_en",
            "note",
        ]
        widgets = {"starts": clock(), "ends": clock()}

    def __init__(self, *args, studio, person, **kwargs):
        if kwargs.get("instance") is None:
            kwargs["initial"] = {**self._likely(studio, person), **kwargs.get("initial", {})}
        super().__init__(*args, studio=studio, person=person, **kwargs)
        self.fields["purpose"].required = True
        first = next((name for name in ("room", "starts") if not self[name].value()), "purpose")
        self.fields[first].widget.attrs["autofocus"] = True

    @staticmethod
    def _likely(studio, person) -> dict:
        """Today, the room that the person recorded last, and the own group."""
        found = (source(person, studio) for source in discipline_sources)
        return {
            "day": timezone.localdate(),
            "room": Room.objects.filter(studio=studio).last_used_by(person),
            "discipline": next((one for one in found if one), None),
        }


class EquipmentForm(RecordForm):
    """A piece of equipment."""

    groups = [
        (_("What"), "number name name_en model discipline"),
        (_("Where and how much"), "room value from_date note"),
    ]

    class Meta:
        model = Equipment
        fields = ["number", "name", "name_en", "model", "discipline", "room", "value", "from_date", "note"]


class CalibrationForm(RecordForm):
    """A calibration."""

    class Meta:
        model = Calibration
        fields = ["equipment", "done_on", "due_on", "done_by", "certificate"]


class VisitorForm(RecordForm):
    """Visitors of one day."""

    groups = [
        (pgettext_lazy("visitors", "Who"), "kind day heads unit unit_en level"),
        (_("What for"), "purpose discipline guide comments"),
    ]

    class Meta:
        model = VisitorBatch
        fields = ["kind", "day", "heads", "unit", "unit_en", "level", "purpose", "discipline", "guide", "comments"]

    def __init__(self, *args, **kwargs):
        if kwargs.get("instance") is None:
            kwargs["initial"] = {"day": timezone.localdate(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class RetireForm(MoveForm):
    """The last day of a piece of equipment."""

    retired_on = forms.DateField(
        label=_("Retired on"),
        initial=timezone.localdate,
        help_text=_("Figures count the equipment up to this day."),
    )
