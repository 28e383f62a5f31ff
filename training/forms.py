"""Forms of training records and of their moves."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from studio.audit.errors import Refused
from studio.facilities.uses import end_of
from studio.kit.forms import RecordForm
from studio.kit.moves import MoveForm
from training.models import Course, PlanLine, Session


class PlanLineForm(RecordForm):
    """A line of the yearly plan."""

    groups = [
        (_("What"), "year discipline title title_en"),
        (_("How much"), "planned_sessions planned_hours planned_heads note"),
    ]

    class Meta:
        model = PlanLine
        fields = [
            "year",
            "discipline",
            "title",
            "title_en",
            "planned_sessions",
            "planned_hours",
            "planned_heads",
            "note",
        ]


class CourseForm(RecordForm):
    """A course; its plan line is approved and of the same discipline."""

    groups = [(_("What"), "title title_en discipline plan_line"), (_("How"), "hours aim")]

    class Meta:
        model = Course
        fields = ["title", "title_en", "discipline", "plan_line", "hours", "aim"]

    def clean_plan_line(self):
        """A line for one discipline holds that discipline's courses; a cross-discipline line holds all."""
        line = self.cleaned_data["plan_line"]
        discipline = self.cleaned_data.get("discipline")
        if line and line.discipline_id and line.discipline != discipline:
            raise forms.ValidationError(
                _("This plan line belongs to %(discipline)s. Choose the same discipline for the course."),
                params={"discipline": line.discipline},
            )
        return line


class SessionForm(RecordForm):
    """One run of a course."""

    groups = [
        (_("What"), "course trainer"),
        (_("When and where"), "planned_on start_time room place"),
        (_("How much"), "class_hours capacity"),
    ]

    class Meta:
        model = Session
        fields = ["course", "trainer", "planned_on", "start_time", "room", "place", "class_hours", "capacity"]
        widgets = {"start_time": forms.TimeInput(format="%H:%M", attrs={"type": "time"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rooms = self.fields["room"]
        rooms.queryset = rooms.queryset.in_service() | rooms.queryset.filter(pk=self.instance.room_id)

    def clean(self):
        """The use of a room lies within one day."""
        found = super().clean()
        day, starts, hours = (found.get(name) for name in ("planned_on", "start_time", "class_hours"))
        if found.get("room") and day and starts and hours:
            try:
                end_of(self.studio, day, starts, hours)
            except Refused as problem:
                self.add_error("class_hours", problem.text)
        return found


class ApproveForm(MoveForm):
    """From which day a plan line counts."""

    approved_on = forms.DateField(
        label=_("Approved on"),
        initial=timezone.localdate,
        help_text=_("Figures count the line from this day."),
    )


class HoldForm(MoveForm):
    """The day a session took place."""

    held_on = forms.DateField(label=_("Held on"), help_text=_("Figures count the session on this day."))

    def __init__(self, *args, record, **kwargs):
        kwargs["initial"] = {"held_on": record.planned_on, **kwargs.get("initial", {})}
        super().__init__(*args, record=record, **kwargs)
