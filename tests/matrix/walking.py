"""Every form and list of the product, found by walking its addresses, and values a reasonable person would type."""

from datetime import date
from uuid import uuid4

from django import forms
from django.db import models
from django.urls import get_resolver

from studio.kit.form_pages import FormPage
from studio.kit.lists import ListPage
from tests.matrix.pages import PAGES

# Where a first guess contradicts another field.
BETTER = {
    "title_en": "Sample",
    "name_en": "Sample",
    "unit_en": "Sample",
    "assessed_by_en": "Sample",
    "text_en": "Sample",
    "filed_on": "2021-03-01",
    "held_on": "2021-03-01",
    "reason": "Handed over",
    "effect_from": "2021-02-01",
    "effect_to": "2021-06-30",
    "to_date": "2030-01-01",
    "valid_until": "2030-01-01",
    "cost": "1",
    "gross": "50000",
    "share": "5",
    "year": "2021",
    "closes": "11:00",
    "ends": "11:00",
    "due_on": "2022-03-01",
    "email": "sample@example.com",
    "employee_number": "99001",
    "identity_number": "",
    "phone": "13800000000",
    "number": "CN2021-1",
}


def pages(kind):
    """(qualified name, view class, options) of each address whose view is a ``kind``."""
    for name, callback in _views(get_resolver()):
        view = getattr(callback, "view_class", None)
        if view and issubclass(view, kind):
            yield name, view, callback.view_initkwargs


def form_pages(ending: str):
    """Names of all form pages for new (``_new``) or existing (``_edit``) records."""
    return sorted(name for name, _view, _options in pages(FormPage) if name.endswith(ending))


def list_pages():
    """(name, view class) of all lists."""
    return [(name, view) for name, view, options in pages(ListPage) if not options.get("exports")]


def _views(resolver, names=()):
    for entry in resolver.url_patterns:
        inner = (*names, entry.namespace) if getattr(entry, "namespace", None) else names
        if hasattr(entry, "url_patterns"):
            yield from _views(entry, inner)
        elif entry.name:
            yield ":".join((*names, entry.name)), entry.callback


def record_of(name: str, studio):
    """Arguments of a page's address for a record of ``studio``."""
    return PAGES[name].sample(studio)


def typed(form) -> dict:
    """What a person sends with ``form``: what stands there already, a reasonable value elsewhere."""
    data = {}
    for bound in form:
        if bound.field.disabled:
            continue
        value = bound.value()
        if value in (None, "", []) and (bound.field.required or bound.name in BETTER):
            value = BETTER.get(bound.name) or _guess(bound.field)
        if value is not None:
            data[bound.html_name] = _text(value)
    if "form_key" in form.fields:
        data[form.add_prefix("form_key")] = str(uuid4())
    return data


def _guess(field):
    if isinstance(field, forms.ModelMultipleChoiceField):
        return []
    if isinstance(field, forms.ModelChoiceField):
        first = field.queryset.first()
        return first and field.prepare_value(first)
    if isinstance(field, forms.ChoiceField):
        return next((str(key) for key, _label in _flat(field.choices) if key), "")
    if isinstance(field, forms.DateField):
        return "2021-03-01"
    if isinstance(field, forms.TimeField):
        return "09:00"
    if isinstance(field, forms.IntegerField):  # decimals too
        return "2"
    return "Sample"


def _flat(choices):
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label


def _text(value):
    if isinstance(value, list | tuple | models.QuerySet):
        return [str(getattr(one, "pk", one)) for one in value]
    if isinstance(value, bool):
        return "on" if value else ""
    return value.isoformat() if isinstance(value, date) else str(getattr(value, "pk", value))
