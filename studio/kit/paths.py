"""From a column's look-up to the paths it selects and sorts by."""

from django.core.exceptions import FieldDoesNotExist
from django.db import models

NAMES = ("name", "title", "code")
# In this order: a DateTimeField is a DateField too.
KINDS = {
    "datetime": models.DateTimeField,
    "date": models.DateField,
    "time": models.TimeField,
    "yes_no": models.BooleanField,
    "number": (models.IntegerField, models.DecimalField, models.FloatField),
}


def field_at(model, path):
    """The model field a look-up ends at, ``None`` for an annotation."""
    field = None
    for name in path.split("__"):
        try:
            field = (field.related_model if field else model)._meta.get_field(name)
        except FieldDoesNotExist:
            return None
    return field


def kind_of(field) -> str:
    """The kind of column that suits a field."""
    if field is None:
        return "text"
    if field.is_relation:
        return {"discipline": "discipline", "person": "person"}.get(field.related_model._meta.model_name, "text")
    if field.choices:
        return "choice"
    return next((kind for kind, types in KINDS.items() if isinstance(field, types)), "text")


def select_paths(path, field, kind, chinese) -> list[str]:
    """What ``values_list`` selects for the column."""
    if field is None:
        return [path]
    if kind == "discipline":
        return [f"{path}__key", f"{path}__sign", *_both(f"{path}__name", field.related_model, chinese)]
    if field.is_relation:
        return _both(f"{path}__{name_of(field.related_model)}", field.related_model, chinese)
    return _both(path, field.model, chinese) if kind in ("text", "link") else [path]


def sort_path(path, field, paths) -> str:
    """What the header sorts by: a catalogue by its order, a person by pinyin, the rest by what is shown."""
    if field.is_relation:
        names = {one.name for one in field.related_model._meta.fields}
        for better in ("sort_key", "order"):
            if better in names:
                return f"{path}__{better}"
    return paths[0]


def name_of(model) -> str:
    """The field that people know rows of ``model`` by."""
    names = {field.name for field in model._meta.fields}
    return next(name for name in NAMES if name in names)


def _both(path, model, chinese) -> list[str]:
    """The path in the page's language with, where the model has both, the other language's behind it."""
    name = path.rpartition("__")[2]
    if not any(field.name == f"{name}_en" for field in model._meta.fields):
        return [path]
    return [path, f"{path}_en"] if chinese else [f"{path}_en", path]
