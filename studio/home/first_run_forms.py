"""What the first page of an empty installation asks."""

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from disciplines.models import Discipline
from studio.core.fields import NAME_LENGTH
from studio.core.validators import plain_text
from studio.organisation.choices import ShownLanguage
from studio.organisation.models import Person

MOST_BASES = 3
# Django's own message names the rule by a word of its own trade.
LATIN_ONLY = {"invalid": gettext_lazy("Use Latin letters, digits and hyphens only, without spaces.")}


def line(label, *, required=False, help_text="", **kwargs):
    """One line of plain text."""
    return forms.CharField(
        label=label, required=required, max_length=NAME_LENGTH, validators=[plain_text], help_text=help_text, **kwargs
    )


class FirstRunForm(forms.Form):
    """Administrator, company, studio, groups, bases, language: enough to begin; everything can be changed later."""

    sections = (
        (gettext_lazy("You"), gettext_lazy("The first administrator. More people come later."),
         "person_name person_name_en login password language"),
        (gettext_lazy("Company"), "", "company_name company_name_en company_code"),
        (gettext_lazy("Studio"), "", "studio_name studio_name_en studio_slug founded_on"),
        (gettext_lazy("Groups and bases"), gettext_lazy("One studio and its discipline groups: the “1 + N” mode."),
         "disciplines base_1 base_2 base_3"),
    )  # fmt: skip

    person_name = line(pgettext_lazy("person", "Chinese name"))
    person_name_en = line(pgettext_lazy("person", "English name"))
    login = forms.CharField(
        label=gettext_lazy("Sign-in name"), max_length=60, validators=[plain_text],
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )  # fmt: skip
    password = forms.CharField(
        label=gettext_lazy("Password"), strip=False, max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=True),
        help_text=gettext_lazy("At least 8 characters, none that everybody guesses."),
    )  # fmt: skip
    language = forms.ChoiceField(label=gettext_lazy("Your language"), choices=ShownLanguage.choices)
    company_name = line(gettext_lazy("Chinese name"))
    company_name_en = line(gettext_lazy("English name"))
    company_code = forms.SlugField(
        error_messages=LATIN_ONLY, label=gettext_lazy("Short code"), max_length=20,
        help_text=gettext_lazy("Begins the sign-in names, for example fjpc."),
    )  # fmt: skip
    studio_name = line(gettext_lazy("Chinese name"))
    studio_name_en = line(gettext_lazy("English name"))
    studio_slug = forms.SlugField(
        error_messages=LATIN_ONLY,
        label=gettext_lazy("Address"),
        max_length=60,
        help_text=gettext_lazy("Stands in every link and never changes."),
    )
    founded_on = forms.DateField(
        label=gettext_lazy("Founded on"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    disciplines = forms.ModelMultipleChoiceField(
        Discipline.objects.order_by("order", "pk"), label=gettext_lazy("Discipline groups"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    base_1 = line(gettext_lazy("First base"))
    base_2 = line(gettext_lazy("Second base"))
    base_3 = line(gettext_lazy("Third base"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        shown = get_language() or ""
        self.fields["language"].initial = shown if shown in ShownLanguage.values else ShownLanguage.values[0]
        self.fields["disciplines"].initial = Discipline.objects.all()

    def clean(self):
        cleaned = super().clean()
        for kind in ("person", "company", "studio"):
            chinese, english = f"{kind}_name", f"{kind}_name_en"
            asked = chinese in cleaned and english in cleaned
            if asked and not cleaned[chinese] and not cleaned[english]:
                self.add_error(chinese, _("Give a name in Chinese or in English."))
        return cleaned

    def clean_founded_on(self):
        day = self.cleaned_data["founded_on"]
        if day and not 1949 <= day.year <= timezone.localdate().year:
            raise ValidationError(_("Give a day from 1949 until today."))
        return day

    def clean_password(self):
        about = Person(login=self.cleaned_data.get("login") or "", name=self.cleaned_data.get("person_name") or "")
        password_validation.validate_password(self.cleaned_data["password"], about)
        return self.cleaned_data["password"]

    @property
    def grouped(self):
        """(title, hint, bound fields) of each section."""
        return [(title, hint, [self[name] for name in names.split()]) for title, hint, names in self.sections]

    @property
    def beginning(self) -> dict:
        """The values as ``first_run.Beginning`` takes them."""
        bases = [self.cleaned_data[f"base_{number}"] for number in range(1, MOST_BASES + 1)]
        rest = {name: value for name, value in self.cleaned_data.items() if not name.startswith("base_")}
        return {**rest, "disciplines": list(rest["disciplines"]), "bases": [name for name in bases if name]}
