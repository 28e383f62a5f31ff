from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from innovations.models import (
    BenefitClaim,
    IntellectualProperty,
    Project,
    ProjectMember,
    Proposal,
    Result,
    Transformation,
)
from studio.kit.forms import RecordForm
from studio.kit.moves import MoveForm


class ProposalForm(RecordForm):
    groups = [
        (_("What"), "title title_en kind discipline"),
        (_("Idea"), "problem idea co_authors"),
    ]

    class Meta:
        model = Proposal
        fields = ["title", "title_en", "kind", "discipline", "problem", "idea", "co_authors"]

    def clean_co_authors(self):
        """The author is named already."""
        author = self.instance.author_id or self.person.pk
        return self.cleaned_data["co_authors"].exclude(pk=author)


class ProjectForm(RecordForm):
    groups = [
        (_("What"), "title title_en kind discipline proposal"),
        (_("How"), "aim leader"),
    ]

    class Meta:
        model = Project
        fields = ["title", "title_en", "kind", "discipline", "proposal", "aim", "leader"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["proposal"].queryset = self.fields["proposal"].queryset.adopted()


class ProjectMemberForm(RecordForm):
    class Meta:
        model = ProjectMember
        fields = ["project", "person", "part", "share"]


class ResultForm(RecordForm):
    class Meta:
        model = Result
        fields = ["project", "title", "title_en", "description"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = self.fields["project"].queryset.under_way()


class PropertyForm(RecordForm):
    groups = [
        (_("What"), "kind title title_en number discipline result"),
        (_("Whose"), "owners inventors"),
        (_("Dates"), "filed_on granted_on published_on"),
    ]

    class Meta:
        model = IntellectualProperty
        fields = [
            "kind",
            "title",
            "title_en",
            "number",
            "discipline",
            "result",
            "owners",
            "inventors",
            "filed_on",
            "granted_on",
            "published_on",
        ]


class TransformationForm(RecordForm):
    class Meta:
        model = Transformation
        fields = ["result", "unit", "unit_en", "since", "form", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["result"].queryset = self.fields["result"].queryset.accepted()
        # Another result would be another use.
        self.fields["result"].disabled = self.instance.pk is not None

    def clean_since(self):
        """Use begins on a day that has come."""
        return not_in_future(self.cleaned_data["since"])


class ClaimForm(RecordForm):
    groups = [
        (_("Of what"), "project result"),
        (_("How it was worked out"), "method calculation effect_from effect_to"),
        (_("Sums in CNY"), "gross cost"),
    ]

    class Meta:
        model = BenefitClaim
        fields = ["project", "result", "method", "calculation", "effect_from", "effect_to", "gross", "cost"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = self.fields["project"].queryset.under_way()
        self.fields["result"].queryset = self.fields["result"].queryset.accepted()

    def clean(self):
        values = super().clean()
        project, result = values.get("project"), values.get("result")
        gross, cost = values.get("gross"), values.get("cost")
        if project and result and result.project_id != project.pk:
            self.add_error("result", _("This result belongs to another project."))
        if gross is not None and cost is not None and cost > gross:
            self.add_error("cost", _("The cost is higher than the gross benefit; nothing is left to claim."))
        return values


class DayForm(MoveForm):
    """Asks the day of a move: today, or an earlier one, but not before the record's ``after``."""

    after = ""
    day = forms.DateField(label=_("Day"), initial=timezone.localdate)

    def clean_day(self):
        day = not_in_future(self.cleaned_data["day"])
        first = getattr(self.record, self.after) if self.after else None
        if first and day < first:
            raise forms.ValidationError(_("This is before %(day)s."), params={"day": first.isoformat()})
        return day


class SubmitForm(DayForm):
    day = forms.DateField(label=_("Submitted on"), initial=timezone.localdate)


class AcceptForm(DayForm):
    after = "submitted_on"
    day = forms.DateField(label=_("Accepted on"), initial=timezone.localdate)


class StartForm(DayForm):
    day = forms.DateField(label=_("Started on"), initial=timezone.localdate)


class ConcludeForm(DayForm):
    after = "started_on"
    day = forms.DateField(label=_("Concluded on"), initial=timezone.localdate)


class ConfirmForm(MoveForm):
    """Finance's verdict: how much of the net benefit stands."""

    confirmed = forms.DecimalField(label=_("Confirmed benefit (CNY)"), min_value=0, max_digits=14, decimal_places=2)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        net = self.record.net
        self.fields["confirmed"].help_text = _("Claimed net: %(net)s CNY. Nothing confirmed is 0.") % {
            "net": f"{net:,}"
        }

    def clean_confirmed(self):
        confirmed = self.cleaned_data["confirmed"]
        if confirmed > self.record.net:
            raise forms.ValidationError(_("This is more than the net benefit claimed."))
        return confirmed


def not_in_future(day):
    """``day``, refused when it has not come yet."""
    if day > timezone.localdate():
        raise forms.ValidationError(_("This day has not come yet."))
    return day
