"""The form that asks for a report, the one that schedules it, and the one in which the lead writes."""

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from disciplines.models import Discipline
from studio.core.periods import InvalidPeriod, Period
from studio.kit.forms import RecordForm, StudioForm
from studio.organisation.models import Person

from .choices import Format, Language
from .delivering import readers
from .models import LONGEST_TEXT, Delivery, Report
from .registry import reports


class AskForm(StudioForm):
    """What to make, of which days, in which languages and formats."""

    report = forms.ChoiceField(label=gettext_lazy("Report"))
    period = forms.CharField(
        label=gettext_lazy("Period"),
        max_length=30,
        help_text=gettext_lazy("2021, 2021-H1, 2021-Q3, 2021-03, or two dates: 2021-01-01..2021-02-15."),
    )
    discipline = forms.ModelChoiceField(
        Discipline.objects.order_by("order", "pk"),
        to_field_name="key",
        required=False,
        label=gettext_lazy("Discipline"),
        empty_label=gettext_lazy("All disciplines"),
    )
    subject = forms.ModelChoiceField(
        Person.objects.order_by("sort_key", "pk"),
        required=False,
        label=gettext_lazy("Person"),
        help_text=gettext_lazy("For reports about one person."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"), choices=Language.choices, widget=forms.CheckboxSelectMultiple
    )
    formats = forms.MultipleChoiceField(
        label=gettext_lazy("Formats"), choices=Format.choices, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial = first_choice(self.studio) | self.initial
        self.fields["report"].choices = [(one.key, one.title) for one in reports]
        # Without the script both fields stand there and say what they are for.
        about_person = " ".join(one.key for one in reports if one.needs == "person")
        self.fields["subject"].widget.attrs |= {"data-only-for": about_person, "data-asked-by": "id_report"}
        self.fields["discipline"].widget.attrs |= {"data-not-for": about_person, "data-asked-by": "id_report"}

    def clean_period(self):
        try:
            return Period.of(self.cleaned_data["period"]).key
        except InvalidPeriod as problem:
            raise forms.ValidationError(str(problem)) from problem

    def clean(self):
        cleaned = super().clean()
        declared = reports.get(cleaned.get("report", ""))
        needs = declared.needs if declared else ""
        person, discipline = cleaned.get("subject"), cleaned.get("discipline")
        if needs == "person" and "subject" not in self.errors and person is None:
            self.add_error("subject", _("This report is about one person. Choose whom."))
        elif needs == "discipline" and "discipline" not in self.errors and discipline is None:
            self.add_error("discipline", _("This report is about one group. Choose its discipline."))
        elif not self.errors:
            self._refuse_others(needs, person, discipline)
        return cleaned

    def _refuse_others(self, needs, person, discipline) -> None:
        """A group leader asks about the own group and its people."""
        about = Report(studio=self.studio, discipline=discipline)
        if needs == "person":
            about.discipline_id = person.in_studio(self.studio).effective_discipline_id
        if not self.person.has_perm("reports.edit", about):
            field = "subject" if needs == "person" else "discipline"
            self.add_error(field, _("You can ask for reports on your own group's discipline. Choose it here."))

    @property
    def asked(self) -> dict:
        """The values as ``actions.ask_report`` takes them."""
        values = self.cleaned_data
        return {
            "discipline": values["discipline"].key if values["discipline"] else "",
            "person": values["subject"].login if values["subject"] else "",
            "languages": values["languages"],
            "formats": values["formats"],
        }


def first_choice(studio) -> dict:
    """The year the studio shows first, else last year while it is being reported on; the reader's language."""
    today = timezone.localdate()
    language = get_language() or ""
    return {
        "period": str(studio.shown_year or (today.year - 1 if today.month < 7 else today.year)),
        "languages": [language if language in Language.values else Language.EN],
        "formats": [Format.PDF, Format.HTML],
    }


class TextForm(StudioForm):
    """The lead's words for one chapter, in both languages side by side."""

    zh = forms.CharField(
        label=Language.ZH.label, required=False, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 12})
    )
    en = forms.CharField(
        label=Language.EN.label, required=False, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy("A blank line starts a paragraph. Where one language is empty, the other is printed."),
    )  # fmt: skip
    zh_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    en_version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class DeliveryForm(RecordForm):
    """Which report, how often, how long after the end, in what, and who is told."""

    key = forms.ChoiceField(label=gettext_lazy("Report"))
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"), choices=Language.choices, widget=forms.CheckboxSelectMultiple
    )
    formats = forms.MultipleChoiceField(
        label=gettext_lazy("Formats"), choices=Format.choices, widget=forms.CheckboxSelectMultiple
    )
    groups = (
        (gettext_lazy("What"), "key discipline languages formats"),
        (gettext_lazy("When"), "rhythm days_after"),
        (gettext_lazy("For whom"), "recipients"),
    )

    class Meta:
        model = Delivery
        fields = ["key", "discipline", "languages", "formats", "rhythm", "days_after", "recipients"]
        widgets = {"recipients": forms.CheckboxSelectMultiple}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["key"].choices = [(one.key, one.title) for one in reports if not one.needs]
        self.fields["discipline"].empty_label = _("All disciplines")
        self.fields["recipients"].queryset = readers(self.studio).order_by("sort_key", "pk")
        if self.instance.pk is None:
            language = get_language() or ""
            self.initial.setdefault("languages", [language if language in Language.values else Language.EN])
            self.initial.setdefault("formats", [Format.PDF])

    def clean(self):
        cleaned = super().clean()
        about = Delivery(studio=self.studio, discipline=cleaned.get("discipline"))
        if "discipline" in cleaned and not self.person.has_perm("report_deliveries.edit", about):
            self.add_error("discipline", _("You can ask for reports on your own group's discipline. Choose it here."))
        return cleaned
