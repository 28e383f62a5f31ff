"""Forms of competition records and of their moves; the sheets are in sheets.py."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competitions.choices import SEALED, TAKES_ENTRIES, CompetitionKind, CompetitionState, EventForm, EventState
from competitions.models import Competition, Entry, Event, JudgeAssignment, Result
from studio.core.validators import plain_text
from studio.kit.forms import RecordForm
from studio.kit.moves import MoveForm
from studio.organisation.choices import Role
from studio.organisation.models import Membership
from studio.organisation.naming import PEOPLE_HELP, people_named

MOST_GUESTS = 20


class CompetitionForm(RecordForm):
    """A competition of our own or elsewhere."""

    groups = [
        (_("What"), "title title_en kind level discipline"),
        (_("Who and where"), "organiser place"),
        (_("When"), "from_date to_date note"),
    ]

    class Meta:
        model = Competition
        fields = [
            "title",
            "title_en",
            "kind",
            "level",
            "discipline",
            "organiser",
            "place",
            "from_date",
            "to_date",
            "note",
        ]


class EventRecordForm(RecordForm):
    """One event of a competition."""

    groups = [
        (_("What"), "competition title title_en discipline occupation form"),
        (_("When and where"), "planned_on enter_until place"),
    ]

    class Meta:
        model = Event
        fields = [
            "competition",
            "title",
            "title_en",
            "discipline",
            "occupation",
            "form",
            "planned_on",
            "enter_until",
            "place",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        running = (CompetitionState.PLANNED, CompetitionState.HELD)
        self.fields["competition"].queryset = self.fields["competition"].queryset.filter(state__in=running)


class JudgeForm(RecordForm):
    """A judge of one of our own events; offers only whoever holds the role today."""

    class Meta:
        model = JudgeAssignment
        fields = ["event", "person"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        judges = Membership.objects.in_force().filter(studio=self.studio, role=Role.JUDGE)
        ours = self.fields["event"].queryset.filter(competition__kind=CompetitionKind.ORGANISED)
        self.fields["event"].queryset = ours.exclude(state__in=(*SEALED, EventState.CANCELLED))
        self.fields["person"].queryset = self.fields["person"].queryset.filter(pk__in=judges.values("person"))
        self.fields["person"].help_text = _("People who hold the role of judge today.")


class PeopleForm(MoveForm):
    """People to enter, as a list is pasted or typed."""

    people = forms.CharField(label=_("People"), widget=forms.Textarea(attrs={"rows": 8}), help_text=PEOPLE_HELP)

    def clean_people(self):
        return people_named(self.cleaned_data["people"], self.studio)


class TeamForm(RecordForm):
    """A team in a team event: its people, and mates from elsewhere."""

    people = forms.CharField(label=_("People"), widget=forms.Textarea(attrs={"rows": 4}), help_text=PEOPLE_HELP)
    guests = forms.CharField(
        label=_("Mates from elsewhere"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One a line: name and unit. Figures do not count them."),
    )

    class Meta:
        model = Entry
        fields = ["event", "team_name"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["team_name"].required = True
        teams = self.fields["event"].queryset.filter(form=EventForm.TEAM, state__in=TAKES_ENTRIES)
        self.fields["event"].queryset = teams
        if self.instance.pk:
            there = list(self.instance.entrants.select_related("person"))
            numbers = [one.person.employee_number or one.person.display_name for one in there if one.person_id]
            self.initial["people"] = "\n".join(numbers)
            self.initial["guests"] = "\n".join(one.guest for one in there if one.guest)

    def clean_people(self):
        return people_named(self.cleaned_data["people"], self.studio)

    def clean_guests(self):
        lines = [line.strip() for line in self.cleaned_data["guests"].splitlines() if line.strip()]
        if len(lines) > MOST_GUESTS or any(len(line) > 120 for line in lines):
            raise forms.ValidationError(
                _("Give at most %(most)s lines of 120 characters each."), params={"most": MOST_GUESTS}
            )
        for line in lines:
            plain_text(line)
        return lines


class ResultForm(RecordForm):
    """What the organiser told of one entry of an event held elsewhere."""

    groups = [
        (pgettext_lazy("competition", "Who"), "entry"),
        (pgettext_lazy("competition", "Result"), "score rank award awarded_on expert_level"),
    ]

    class Meta:
        model = Result
        fields = ["entry", "score", "rank", "award", "awarded_on", "expert_level"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        away = {"event__state": EventState.HELD, "event__competition__kind": CompetitionKind.ATTENDED}
        held = self.fields["entry"].queryset.filter(**away).prefetch_related("entrants__person")
        self.fields["entry"].queryset = held


class HoldForm(MoveForm):
    """The day on which something took place."""

    held_on = forms.DateField(label=_("Held on"), help_text=_("Figures count it on this day."))
    day_before = ""

    def __init__(self, *args, record, **kwargs):
        kwargs["initial"] = {"held_on": getattr(record, self.day_before), **kwargs.get("initial", {})}
        super().__init__(*args, record=record, **kwargs)


class CompetitionHoldForm(HoldForm):
    day_before = "to_date"


class EventHoldForm(HoldForm):
    day_before = "planned_on"


class CorrectionForm(MoveForm):
    """Another score of a locked mark, and why."""

    new_score = forms.DecimalField(
        label=_("New score"), required=False, min_value=0, max_value=100, max_digits=5, decimal_places=2
    )
    absent = forms.BooleanField(label=_("Was absent"), required=False)
    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}), help_text=_("It is kept.")
    )

    def clean(self):
        values = super().clean()
        if "new_score" in values and (values["new_score"] is None) != values.get("absent"):
            self.add_error("new_score", _("Give the new score, or say that the entry was absent."))
        return values
