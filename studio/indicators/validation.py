"""Checks of a declared figure against the models: a figure that cannot be computed stops the start."""

from datetime import date

from django.core.exceptions import FieldDoesNotExist, ImproperlyConfigured
from django.db.models import DateField, DateTimeField, DecimalField, Field, IntegerField, Model, Q

from studio.core.periods import Period

from .measures import CountDistinct, Ratio, Sum

KINDS = {"flow", "stock", "expected"}
FORMATS = {"count", "hours", "minutes", "money", "percent"}
SAMPLE = Period(date(2021, 1, 1), date(2021, 12, 31))


def check(figure, known) -> None:
    """Raise ``ImproperlyConfigured`` unless ``figure`` can be computed; ``known`` holds the figures declared so far."""
    if figure.kind not in KINDS:
        _refuse(figure, f"kind is one of {sorted(KINDS)}")
    if figure.format not in FORMATS:
        _refuse(figure, f"format is one of {sorted(FORMATS)}")
    if not (figure.label and figure.definition and figure.area):
        _refuse(figure, "people need its label, its definition and its area")
    if isinstance(figure.measure, Ratio):
        _check_ratio(figure, known)
    elif figure.model is None:
        _refuse(figure, "only a ratio goes without a model")
    else:
        _check_rows(figure)


def _check_ratio(figure, known) -> None:
    if figure.model or figure.where or figure.date or figure.start:
        _refuse(figure, "a ratio takes its rows and dates from its two figures")
    for key in (figure.measure.numerator, figure.measure.denominator):
        part = known.get(key)
        if part is None:
            _refuse(figure, f"{key!r} is not declared before it")
        if isinstance(part.measure, Ratio):
            _refuse(figure, f"{key!r} is itself a ratio")


def _check_rows(figure) -> None:
    says_all = callable(figure.where)
    if figure.kind == "flow" and not figure.date:
        _refuse(figure, "a flow needs a date")
    if figure.kind == "stock" and not (figure.start or says_all):
        _refuse(figure, "a stock needs a start, or a where that takes the day")
    if figure.kind == "expected" and not says_all:
        _refuse(figure, "an expected figure needs a where that takes the period")
    for path in filter(None, (figure.date, figure.start, figure.end)):
        field = resolve(figure, path)
        if not isinstance(field, DateField) or isinstance(field, DateTimeField):
            _refuse(figure, f"{path!r} is not a plain date")
    for path in filter(None, (figure.studio, figure.discipline)):
        if not resolve(figure, path).is_relation:
            _refuse(figure, f"{path!r} is not a foreign key")
    if isinstance(figure.measure, CountDistinct):
        resolve(figure, figure.measure.path)
    if isinstance(figure.measure, Sum) and not isinstance(
        resolve(figure, figure.measure.path), IntegerField | DecimalField
    ):
        _refuse(figure, f"{figure.measure.path!r} is not an exact number")
    for path in _paths_of(figure.dated(SAMPLE, SAMPLE.end) & figure.counting(SAMPLE, SAMPLE.end)):
        resolve(figure, path, look_up=True)


def resolve(figure, path: str, *, look_up: bool = False) -> Field:
    """The field at ``path``, reached over forward foreign keys only. ``look_up`` allows an ending such as ``__gte``."""
    model: type[Model] | None = figure.model
    field = None
    for part in path.split("__"):
        if model is None:
            if look_up:
                break
            _refuse(figure, f"{path!r} goes past {field}")
        try:
            field = model._meta.pk if part == "pk" else model._meta.get_field(part)
        except FieldDoesNotExist:
            if look_up and field is not None and (field.get_lookup(part) or field.get_transform(part)):
                break
            _refuse(figure, f"{path!r}: {model.__name__} has no field {part!r}")
        if not field.concrete or field.many_to_many:
            _refuse(figure, f"{path!r} leads to many rows, which would count twice")
        model = field.related_model if field.is_relation else None
    return field


def _paths_of(condition: Q):
    for child in condition.children:
        if isinstance(child, Q):
            yield from _paths_of(child)
        elif isinstance(child, tuple):  # the rest are expressions such as Exists, which bring their own query
            yield child[0]


def _refuse(figure, reason: str):
    raise ImproperlyConfigured(f"figure {figure.key!r}: {reason}")
