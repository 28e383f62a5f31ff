"""What the moves ask for: days, people and the outcome."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from disciplines.models import GroupMembership
from studio.core.fields import NOTE_LENGTH
from studio.kit.moves import MoveForm
from studio.organisation.choices import Role
from studio.organisation.models import Membership, Person, Setting
from studio.regulations.models.meeting import MOST_GUESTS

REVIEW_YEARS, USUAL_YEARS = "regulations.review_years", 3


def years_later(day, years: int):
    """The same day so many years on; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


class DayForm(MoveForm):
    """Asks for the day of the move, today or before; ``day_field`` names it."""

    day_field = ""

    def clean(self):
        values = super().clean()
        day = values.get(self.day_field)
        if day and day > timezone.localdate():
            self.add_error(self.day_field, _("This day has not come yet."))
        return values


class InForceForm(DayForm):
    """From when the version holds, and until when it is looked at again."""

    day_field = "effective_on"
    effective_on = forms.DateField(
        label=_("Effective from"),
        initial=timezone.localdate,
        help_text=_("The version before is replaced on this day, and every member is asked to read this one."),
    )
    review_due = forms.DateField(label=_("Review due"))

    def __init__(self, *args, record, **kwargs):
        today = timezone.localdate()
        years = Setting.objects.value(REVIEW_YEARS, record.studio, today, USUAL_YEARS)
        kwargs["initial"] = {"review_due": years_later(today, int(years)), **kwargs.get("initial", {})}
        super().__init__(*args, record=record, **kwargs)

    def clean(self):
        values = super().clean()
        first, due = values.get("effective_on"), values.get("review_due")
        if first and due and due <= first:
            self.add_error("review_due", _("The review comes after the day it takes effect."))
        return values


class ReviewForm(DayForm):
    """When it was looked at, and when again."""

    day_field = "reviewed_on"
    reviewed_on = forms.DateField(label=_("Reviewed on"), initial=timezone.localdate)
    next_due = forms.DateField(label=_("Next review due"))
    note = forms.CharField(label=_("Note"), required=False, max_length=400, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, record, **kwargs):
        today = timezone.localdate()
        years = Setting.objects.value(REVIEW_YEARS, record.studio, today, USUAL_YEARS)
        kwargs["initial"] = {"next_due": years_later(today, int(years)), **kwargs.get("initial", {})}
        super().__init__(*args, record=record, **kwargs)


class AbolishForm(DayForm):
    """From when it no longer holds."""

    day_field = "abolished_on"
    abolished_on = forms.DateField(label=_("Abolished on"), initial=timezone.localdate)


def expected_at(meeting):
    """Whom the sheet of a meeting lists: the discipline's group, or everybody with a role in the studio."""
    day = min(meeting.planned_on, timezone.localdate())
    if meeting.discipline_id:
        groups = GroupMembership.objects.in_force(day).filter(
            studio=meeting.studio, group__discipline=meeting.discipline_id
        )
        return Person.objects.filter(pk__in=groups.values("person"))
    roles = Membership.objects.in_force(day).filter(studio=meeting.studio).exclude(role=Role.ASSESSOR)
    return Person.objects.filter(pk__in=roles.values("person"))


TICKED, EVERYBODY = "ticked", "everybody"


class HoldForm(DayForm):
    """Who was there and what was decided."""

    day_field = "held_on"
    held_on = forms.DateField(
        label=pgettext_lazy("meeting", "Held on"), help_text=_("Figures count the meeting on this day.")
    )
    who = forms.ChoiceField(
        label=_("Who was there"),
        choices=[(TICKED, _("Those ticked below")), (EVERYBODY, _("Everybody on the list"))],
        initial=TICKED,
        widget=forms.RadioSelect,
    )
    present = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        label=pgettext_lazy("meeting", "People present"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    guests = forms.IntegerField(
        label=_("Others present"),
        min_value=0,
        max_value=MOST_GUESTS,
        initial=0,
        help_text=_("How many came who are not on the list."),
    )
    decisions = forms.CharField(
        label=_("Decisions"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("One a line: what, who, until when. The minutes are attached as a file afterwards."),
    )

    def __init__(self, *args, record, **kwargs):
        kwargs["initial"] = {"held_on": record.planned_on, **kwargs.get("initial", {})}
        super().__init__(*args, record=record, **kwargs)
        people = expected_at(record) | Person.objects.filter(meetings=record.pk)
        self.fields["present"].queryset = people.distinct().order_by("sort_key", "pk")

    def clean(self):
        values = super().clean()
        if values.get("who") == EVERYBODY:
            values["present"] = self.fields["present"].queryset
        if "present" in values and not values["present"] and not values.get("guests"):
            self.add_error("present", _("Say who was present, or how many others."))
        return values


class CorrectForm(HoldForm):
    """The same with what is recorded."""

    def __init__(self, *args, record, **kwargs):
        recorded = {
            "held_on": record.held_on,
            "present": [person.pk for person in record.present.all()],
            "guests": record.guests,
            "decisions": record.decisions,
        }
        kwargs["initial"] = {**recorded, **kwargs.get("initial", {})}
        super().__init__(*args, record=record, **kwargs)


class OpenForm(DayForm):
    """From when money may be spent."""

    day_field = "opened_on"
    opened_on = forms.DateField(
        label=_("Open from"), initial=timezone.localdate, help_text=_("Figures count the budget from this day.")
    )
