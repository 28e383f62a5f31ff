"""Field kinds shared by all apps."""

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from studio.core.validators import plain_text

NAME_LENGTH = 200
NOTE_LENGTH = 4000
BESIDE = "field:"  # a constraint's code "field:to_date" has forms show its message beside that field


class NameField(models.CharField):
    """One line of plain text, up to 200 characters."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", NAME_LENGTH)
        super().__init__(*args, **kwargs)

    default_validators = [plain_text]


class NoteField(models.TextField):
    """Plain text of several lines, up to 4,000 characters."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", NOTE_LENGTH)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    default_validators = [plain_text]


class TwoNames:
    """For records with ``name`` (Chinese) and ``name_en``: one of them may be empty, never both."""

    @property
    def display_name(self) -> str:
        """The name in the language in force, or the other one where that is missing."""
        return both_names(self.name, self.name_en)


def both_names(name: str, name_en: str) -> str:
    """Pick ``name`` in Chinese and ``name_en`` otherwise; fall back to the one that exists."""
    chinese = (translation.get_language() or "").startswith("zh")
    return (name or name_en) if chinese else (name_en or name)


def a_name_is_given(constraint_name: str) -> models.CheckConstraint:
    """Database check: at least one of the two names is not empty."""
    return models.CheckConstraint(
        condition=~models.Q(name="") | ~models.Q(name_en=""),
        name=constraint_name,
        violation_error_code=f"{BESIDE}name",
        violation_error_message=_("Give a name in Chinese or in English."),
    )


def dates_in_order(constraint_name: str, first: str = "from_date", last: str = "to_date") -> models.CheckConstraint:
    """Database check: an end is open or not before its start."""
    condition = models.Q(**{f"{last}__isnull": True}) | models.Q(**{f"{last}__gte": models.F(first)})
    return models.CheckConstraint(
        condition=condition,
        name=constraint_name,
        violation_error_code=f"{BESIDE}{last}",
        violation_error_message=_("The end lies before the start."),
    )


def one_of(constraint_name: str, field: str, choices) -> models.CheckConstraint:
    """Database check: ``field`` holds one of the values of ``choices``."""
    return models.CheckConstraint(condition=models.Q(**{f"{field}__in": choices.values}), name=constraint_name)
