"""The form of a scheduled delivery."""

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from studio.kit.forms import RecordForm

from .choices import Format, Language
from .delivering import readers
from .models import Delivery
from .registry import reports


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
        if "discipline" in cleaned and not self.person.has_perm("reports.edit", about):
            self.add_error("discipline", _("You can ask for reports on your own group's discipline. Choose it here."))
        return cleaned
