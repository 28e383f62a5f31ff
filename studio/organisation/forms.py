from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.core.text import fold_number
from studio.kit.forms import RecordForm, prepare
from studio.organisation import guards
from studio.organisation.choices import Role
from studio.organisation.masking import masked
from studio.organisation.models import (
    Base,
    Honour,
    Membership,
    Person,
    Studio,
    StudioLead,
    StudioName,
    Unit,
)

NOTHING = "-"
SECRET = {"phone": (3, 4), "identity_number": (3, 2)}


class PersonForm(RecordForm):
    """What is known about a person. Full numbers are not shown here: an empty field keeps what is recorded."""

    groups = [
        (pgettext_lazy("person", "Name"), "name name_en"),
        (_("Place"), "employee_number unit post"),
        (_("Contact"), "phone email identity_number language"),
    ]

    class Meta:
        model = Person
        fields = [
            *("name", "name_en", "employee_number", "unit", "post"),
            *("phone", "email", "identity_number", "language"),
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            self.instance.company = self.studio.company
        self.fields["unit"].queryset = Unit.objects.filter(company=self.instance.company)
        may_see = self.person.has_perm("people.reveal", self.studio)
        for name, shown in SECRET.items():
            known = masked(getattr(self.instance, name), *shown)
            self.initial[name] = ""
            if known:
                self.fields[name].help_text = _(
                    "Recorded: %(known)s. Leave empty to keep it, write - to delete it."
                ) % {"known": known}
        for name in guards.CONTACTS:
            self.fields[name].disabled = not may_see
        if not may_see:
            self.initial["email"] = ""

    def clean(self):
        super().clean()
        for name in guards.CONTACTS:
            typed, recorded = self.cleaned_data.get(name), getattr(self.instance, name)
            if self.fields[name].disabled or (name in SECRET and not typed):
                self.cleaned_data[name] = recorded
            elif typed == NOTHING:
                self.cleaned_data[name] = ""
        return self.cleaned_data

    def clean_employee_number(self):
        number = fold_number(self.cleaned_data["employee_number"])
        same = Person.objects.filter(company=self.instance.company, employee_number=number)
        if number and self.instance.company_id and same.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("Another person of the company has this employee number."))
        return number


class AccountForm(RecordForm):
    """Whether the person may sign in, with the reason."""

    reason = forms.CharField(label=_("Reason"), max_length=400, help_text=_("It is kept in the audit log."))

    class Meta:
        model = Person
        fields = ["is_active"]


class MembershipForm(RecordForm):
    """A role: given with its dates, later only ended."""

    reason = forms.CharField(label=_("Reason"), max_length=400, required=False)

    class Meta:
        model = Membership
        fields = ["person", "role", "from_date", "to_date"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            allowed = [(key, label) for key, label in Role.choices if guards.may_manage(self.person, self.studio, key)]
            self.fields["role"].choices = allowed
            self.fields["to_date"].help_text = _("Needed for an external assessor; otherwise usually open.")
            del self.fields["reason"]
            prepare(self)
            return
        for name in ("person", "role", "from_date"):
            self.fields[name].disabled = True
        self.fields["to_date"].required = True
        self.fields["to_date"].label = _("Last day")
        self.initial["to_date"] = self.instance.to_date or timezone.localdate()

    def clean(self):
        super().clean()
        role, to_date = self.cleaned_data.get("role"), self.cleaned_data.get("to_date")
        if role == Role.ASSESSOR and not to_date:
            self.add_error("to_date", _("An external assessor's role needs an end."))
        return self.cleaned_data


class HonourForm(RecordForm):
    class Meta:
        model = Honour
        fields = ["title", "title_en", "level", "year", "granting_body", "valid_until"]

    def clean_valid_until(self):
        """An honour counts from 1 January of its year."""
        year, last = self.cleaned_data.get("year"), self.cleaned_data["valid_until"]
        if year and last and last.year < year:
            raise forms.ValidationError(_("This day lies before the year of the award."))
        return last


class BaseForm(RecordForm):
    class Meta:
        model = Base
        fields = ["name", "name_en", "purpose", "order"]


class StudioFactsForm(RecordForm):
    """Facts of the studio itself. Its name has a page of its own, because it has a history."""

    class Meta:
        model = Studio
        fields = ["founded_on", "construction_mode", "platforms", "bases_planned", "coverage"]


class StudioNameForm(RecordForm):
    from_date = forms.DateField(label=_("From"), initial=timezone.localdate)

    class Meta:
        model = StudioName
        fields = ["name", "name_en", "from_date"]


class StudioLeadForm(RecordForm):
    from_date = forms.DateField(label=_("From"), initial=timezone.localdate)

    class Meta:
        model = StudioLead
        fields = ["person", "from_date"]


class FirstPasswordForm(forms.Form):
    """The password of whoever holds an invitation, typed twice."""

    password = forms.CharField(
        label=_("New password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 8 characters, not a common word and not only digits."),
        strip=False,
        max_length=128,
    )
    again = forms.CharField(
        label=_("The same again"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
        max_length=128,
    )

    def __init__(self, *args, person: Person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self):
        validate_password(self.cleaned_data["password"], self.person)
        return self.cleaned_data["password"]

    def clean(self):
        if self.cleaned_data.get("password") and self.cleaned_data.get("again") != self.cleaned_data["password"]:
            self.add_error("again", _("The two passwords differ."))
        return self.cleaned_data
