from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from disciplines.models import GroupMembership
from studio.assessments.actions import may_date_requests
from studio.assessments.models import AgendaItem, Comment, ImprovementAction, Visit, VisitPerson
from studio.kit.forms import RecordForm
from studio.organisation.choices import Role
from studio.organisation.models import Membership, Person


class VisitForm(RecordForm):
    groups = [
        (_("Who came"), "kind assessed_by assessed_by_en"),
        (_("When"), "held_on month day"),
        (_("Why"), "purpose purpose_en"),
    ]

    class Meta:
        model = Visit
        fields = ["kind", "assessed_by", "assessed_by_en", "held_on", "month", "day", "purpose", "purpose_en"]


class LineForm(RecordForm):
    """A form below another record: ``belongs_to`` comes with the address and never changes afterwards."""

    belongs_to = "visit"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields[self.belongs_to]
        field.disabled = self.instance.pk is not None
        if field.disabled or self.belongs_to in self.initial:
            field.widget = forms.HiddenInput()


class VisitPersonForm(LineForm):
    groups = [
        (pgettext_lazy("person", "Name"), "visit party name name_en person order"),
        (_("Standing"), "unit unit_en post post_en rank rank_en"),
        (_("Part in the visit"), "part part_en"),
    ]

    class Meta:
        model = VisitPerson
        fields = [
            *("visit", "party", "name", "name_en", "person", "order"),
            *("unit", "unit_en", "post", "post_en", "rank", "rank_en", "part", "part_en"),
        ]


class AgendaItemForm(LineForm):
    class Meta:
        model = AgendaItem
        fields = ["visit", "order", "speaker", "speaker_en", "text", "text_en"]


class CommentForm(LineForm):
    groups = [
        (_("What was said"), "visit kind topic gist gist_en"),
        (_("By whom and when"), "given_by given_by_en raised_on order"),
    ]

    class Meta:
        model = Comment
        fields = ["visit", "kind", "topic", "gist", "gist_en", "given_by", "given_by_en", "raised_on", "order"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_date_requests(self.person, self.studio):
            self.fields["raised_on"].disabled = True
            self.fields["raised_on"].help_text = _("The office sets the day of a request.")

    def clean_raised_on(self):
        day = self.cleaned_data["raised_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        if day and self.instance.closed_on and day > self.instance.closed_on:
            raise forms.ValidationError(_("The request was closed before this day."))
        if day and self.cleaned_data.get("kind") != "request":
            raise forms.ValidationError(_("Only a request has a day on which it was raised."))
        return day


def possible_owners(studio):
    """Who may work on improvement actions: lead and office, and leaders of the groups."""
    roles = Membership.objects.in_force().filter(studio=studio, role__in=[Role.LEAD, Role.OFFICE])
    leaders = GroupMembership.objects.in_force().leading().filter(studio=studio)
    return Person.objects.filter(Q(pk__in=roles.values("person")) | Q(pk__in=leaders.values("person")))


class ActionForm(LineForm):
    belongs_to = "request"
    groups = [
        (_("What will be done"), "request title title_en discipline note"),
        (_("By whom and until when"), "owner due_on"),
    ]

    class Meta:
        model = ImprovementAction
        fields = ["request", "title", "title_en", "discipline", "note", "owner", "due_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = possible_owners(self.studio)
        self.fields["request"].queryset = self.fields["request"].queryset.filter(kind="request")
