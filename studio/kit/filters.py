"""Filters of a list: django-filter inside one studio, chips for what is set, errors that keep the rest."""

from dataclasses import dataclass

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _

from studio.core.text import labelled
from studio.kit.choices import scoped
from studio.kit.forms import name_the_blank

# What widgets of two inputs put behind a filter's name.
ENDS = ("after", "before", "min", "max")


@dataclass(frozen=True)
class Chip:
    """One filter that is set: what it says and the query names that remove it."""

    label: str
    value: str
    names: tuple


class Filters(django_filters.FilterSet):
    """Base of the filters an app declares; choices stay inside the studio.

    ::

        class SessionFilters(Filters):
            planned_on = DateBetween()

            class Meta:
                model = Session
                fields = ["state", "course", "trainer"]

    Period and discipline are not declared: the pickers at the top set them for every list.
    """

    def __init__(self, data=None, queryset=None, *, studio, person):
        self.studio, self.person = studio, person
        super().__init__(data, queryset)
        for name, field in self.form.fields.items():
            if isinstance(field, forms.ModelChoiceField):
                field.queryset = scoped(field.queryset, person, studio)
            field.label = field.label or name
            name_the_blank(field, _("All"))

    @property
    def errors(self) -> list[str]:
        """What could not be read, each with the name of its filter."""
        found = [
            labelled(self.form.fields[name].label, text)
            for name, texts in self.form.errors.items()
            for text in texts
            if name in self.form.fields
        ]
        neither = _("Choose yes or no.")
        return found + [labelled(self.form.fields[name].label, neither) for name in self._neither()]

    def _neither(self) -> list[str]:
        """Filters of yes or no that ask for something else; Django reads that as nothing."""
        asked = [name for name, field in self.form.fields.items() if isinstance(field, forms.NullBooleanField)]
        return [name for name in asked if self.data.get(name) and self.form.cleaned_data.get(name) is None]

    def narrow(self, rows):
        """``rows`` by every filter that could be read."""
        self.form.is_valid()
        for name, value in self.form.cleaned_data.items():
            if name not in self.form.errors:
                rows = self.filters[name].filter(rows, value)
        return rows

    def chips(self) -> list[Chip]:
        """The filters that are set, in words."""
        self.form.is_valid()
        found = []
        for name, value in self.form.cleaned_data.items():
            if value in (None, "", []) or name in self.form.errors:
                continue
            field = self.form.fields[name]
            found.append(Chip(str(field.label), self._words(field, value), self._names(name)))
        return found

    @classmethod
    def asked(cls, query) -> list[str]:
        """The names in ``query`` that belong to these filters; a form is built only when there are any."""
        known = {key for name in cls.base_filters for key in cls._names(name)}
        return [key for key in query if key in known]

    @staticmethod
    def _names(name) -> tuple:
        return (name, *(f"{name}_{end}" for end in ENDS))

    @staticmethod
    def _words(field, value) -> str:
        if isinstance(value, slice):
            start, stop = (str(end)[:10] if end else "…" for end in (value.start, value.stop))
            return f"{start} – {stop}"
        if isinstance(value, bool):
            return str(_("yes") if value else _("no"))
        labels = dict(getattr(field, "choices", ())) if not isinstance(field, forms.ModelChoiceField) else {}
        return str(labels.get(str(value), value))


class DaysWidget(django_filters.widgets.DateRangeWidget):
    """Two date inputs, each with its own name for screen readers."""

    def __init__(self, attrs=None):
        super().__init__(attrs={"type": "date", **(attrs or {})})
        for widget, label in zip(self.widgets, (_("First day"), _("Last day")), strict=True):
            widget.attrs = {**widget.attrs, "aria-label": label}


class DateBetween(django_filters.DateFromToRangeFilter):
    """Two days, both included, either may be open: ``<name>_after`` and ``<name>_before``."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("widget", DaysWidget)
        super().__init__(*args, **kwargs)
