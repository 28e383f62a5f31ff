"""Forms of records: choices of the own studio only, clean text, nobody overwrites another silently."""

from uuid import uuid4

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Fieldset, Layout
from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator
from django.db.models import QuerySet
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils.translation import gettext_lazy as _

from studio.core.fields import BESIDE, NOTE_LENGTH
from studio.core.text import listed
from studio.core.validators import plain_text
from studio.kit.choices import scoped

SYSTEM = ("version", "form_key")


class StudioForm(forms.Form):
    """A plain form inside a studio; moves and special pages use it. Takes ``studio`` and ``person``."""

    groups = ()

    def __init__(self, *args, studio, person, **kwargs):
        self.studio, self.person = studio, person
        super().__init__(*args, **kwargs)
        prepare(self)


class RecordForm(forms.ModelForm):
    """The form of one kind of record.

    ::

        class SessionForm(RecordForm):
            groups = [
                (_("What"), "course trainer capacity"),
                (_("When and where"), "planned_on class_hours place"),
            ]

            class Meta:
                model = Session
                fields = ["course", "trainer", "capacity", "planned_on", "class_hours", "place"]

    ``studio`` is never a field: it comes from the address.
    """

    groups = ()

    def __init__(self, *args, studio, person, **kwargs):
        self.studio, self.person, self.conflicts, self.is_stale = studio, person, [], False
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and hasattr(self.instance, "studio_id"):
            self.instance.studio = studio
        if self.instance.pk is not None and hasattr(self.instance, "version"):
            self.fields["version"] = forms.IntegerField(widget=forms.HiddenInput, initial=self.instance.version)
        self.fields["form_key"] = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)
        prepare(self)

    def clean(self):
        super().clean()
        version = self.cleaned_data.get("version")
        if version is not None and version != self.instance.version:
            self.mark_conflict(self.instance)
        return self.cleaned_data

    def mark_conflict(self, current) -> None:
        """Say what somebody else saved meanwhile; sending the form again then overwrites it knowingly."""
        self.is_stale = True
        for name in self.Meta.fields:
            theirs, mine = current._meta.get_field(name).value_from_object(current), self.cleaned_data.get(name)
            if keys_of(theirs) != keys_of(mine):
                field = self.fields[name]
                self.conflicts.append((field.label, words(field, theirs), words(field, mine)))
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(current.version)
        self.add_error(
            None,
            _("Somebody else changed this record meanwhile. Compare both values below, then save again."),
        )

    @property
    def values(self) -> dict:
        """Cleaned values of the model's fields, for an action."""
        return {name: value for name, value in self.cleaned_data.items() if name not in SYSTEM}

    def _update_errors(self, errors):
        """A constraint that names a field by its code (see ``studio.core.fields``) is told beside that field."""
        placed = {}
        for name, found in errors.error_dict.items():
            for error in found:
                field = str(error.code or "").removeprefix(BESIDE) if name == NON_FIELD_ERRORS else name
                placed.setdefault(field if field in self.fields else name, []).append(error)
        super()._update_errors(ValidationError(placed))

    def _get_validation_exclusions(self):
        # The studio is set from the address, so constraints that name it can and must be checked.
        return super()._get_validation_exclusions() - {"studio"}


def prepare(form) -> None:
    """Scope the choices, check the text, and lay the fields out for crispy."""
    for field in form.fields.values():
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = scoped(field.queryset, form.person, form.studio)
        elif type(field) is forms.CharField:
            _clean_text(field)
        name_the_blank(field, _("Choose…") if field.required else "—")
        if isinstance(field, forms.DateField):
            field.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        elif isinstance(field.widget, forms.Textarea):
            field.widget.attrs.setdefault("rows", 4)
    form.helper = FormHelper()
    form.helper.form_tag, form.helper.disable_csrf = False, True
    grouped = [name for _title, names in form.groups for name in names.split()]
    rest = [Field(name) for name in form.fields if name not in grouped]
    sections = [Fieldset(str(title), *names.split()) for title, names in form.groups]
    form.helper.layout = Layout(*sections, *rest)


def name_the_blank(field, label) -> None:
    """Write ``label`` where a choice field offers nothing."""
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label == BLANK_CHOICE_DASH[0][1]:  # a label of the field's own stays
            field.empty_label = label
    elif isinstance(field, forms.ChoiceField) and not isinstance(field, forms.MultipleChoiceField):
        choices = [(key, text) if key else ("", label) for key, text in field.choices]
        if hasattr(field, "empty_label"):  # a filter's choices write their blank themselves, but only to the field
            field.widget.choices = choices
        else:
            field.choices = choices


def _clean_text(field) -> None:
    if field.max_length is None:
        field.max_length = NOTE_LENGTH
        field.validators.append(MaxLengthValidator(NOTE_LENGTH))
    kept = [one for one in field.validators if not isinstance(one, ProhibitNullCharactersValidator)]
    field.validators = kept if plain_text in kept else [*kept, plain_text]


def keys_of(value):
    """A value for comparing: the key of a record, the set of keys of several things, anything else as it is."""
    if isinstance(value, list | QuerySet):
        return {getattr(one, "pk", one) for one in value}
    return getattr(value, "pk", value)


def words(field, value) -> str:
    """A value as a person reads it."""
    if value in (None, ""):
        return "—"
    if isinstance(field, forms.ModelMultipleChoiceField):
        return listed(field.queryset.filter(pk__in=keys_of(value))) or "—"
    if isinstance(field, forms.ModelChoiceField):
        return str(field.queryset.filter(pk=keys_of(value)).first() or "—")
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    labels = dict(getattr(field, "choices", ()))
    if isinstance(value, list):
        return listed(labels.get(one, one) for one in value) or "—"
    return str(labels.get(value, value))
