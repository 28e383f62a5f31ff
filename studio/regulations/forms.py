"""Forms of regulations, meetings, duties and funds; what moves ask for stands in move_forms.py."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from studio.core.text import fold_number
from studio.kit.forms import RecordForm
from studio.regulations.models import (
    Duty,
    Fund,
    Meeting,
    MeetingRule,
    Regulation,
    RegulationVersion,
    RequiredKind,
    Spend,
)


class RegulationForm(RecordForm):
    groups = [(_("What"), "code title title_en kind owner")]

    class Meta:
        model = Regulation
        fields = ["code", "title", "title_en", "kind", "owner"]


class VersionForm(RecordForm):
    groups = [(_("Which"), "regulation number"), (_("What it says"), "text change_note")]

    class Meta:
        model = RegulationVersion
        fields = ["regulation", "number", "text", "change_note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["regulation"].disabled = self.instance.pk is not None
        self.fields["text"].widget.attrs["rows"] = 12


class RequiredForm(RecordForm):
    class Meta:
        model = RequiredKind
        fields = ["kind", "from_date", "to_date", "basis"]


class DutyForm(RecordForm):
    groups = [(_("Who and what"), "person title title_en discipline description"), (_("When"), "from_date to_date")]

    class Meta:
        model = Duty
        fields = ["person", "title", "title_en", "discipline", "description", "from_date", "to_date"]


class MeetingForm(RecordForm):
    groups = [(_("What"), "kind title title_en discipline"), (_("When and where"), "planned_on place agenda")]

    class Meta:
        model = Meeting
        fields = ["kind", "title", "title_en", "discipline", "planned_on", "place", "agenda"]


class RuleForm(RecordForm):
    """What holds already keeps its terms, so that expected numbers of the past stay; it can be given an end."""

    groups = [(_("What"), "kind discipline times per"), (_("When"), "from_date to_date")]

    class Meta:
        model = MeetingRule
        fields = ["kind", "discipline", "times", "per", "from_date", "to_date"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        began = self.instance.pk is not None and self.instance.from_date <= timezone.localdate()
        for name in ("kind", "discipline", "times", "per", "from_date") if began else ():
            self.fields[name].disabled = True


class FundForm(RecordForm):
    groups = [(_("What"), "title title_en source year discipline"), (_("How much"), "budget note")]

    class Meta:
        model = Fund
        fields = ["title", "title_en", "source", "year", "discipline", "budget", "note"]


class SpendForm(RecordForm):
    groups = [
        (_("From what"), "fund voucher spent_on"),
        (_("For what"), "amount category purpose beneficiary"),
    ]

    class Meta:
        model = Spend
        fields = ["fund", "voucher", "spent_on", "amount", "category", "purpose", "beneficiary"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["fund"].queryset = self.fields["fund"].queryset.open()

    def clean_voucher(self):
        """One form for every way of typing it: half width, capitals, no blanks."""
        return fold_number(self.cleaned_data["voucher"])

    def clean_spent_on(self):
        """Money is spent on a day that has come."""
        day = self.cleaned_data["spent_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day

    def clean(self):
        values = super().clean()
        fund, day = values.get("fund"), values.get("spent_on")
        if fund and day and day.year < fund.year:
            self.add_error("spent_on", _("The fund is for %(year)s; this day lies before it.") % {"year": fund.year})
        return values
