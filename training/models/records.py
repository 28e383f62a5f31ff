"""What training records share: two titles, and dates that belong to states."""

from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from studio.core.fields import NameField, both_names

LEAST_HOURS = Decimal("0.5")
MOST_HOURS = 400


class Titled(models.Model):
    """A Chinese and an English title; one of them may be empty, never both."""

    title = NameField(_("Chinese title"), blank=True)
    title_en = NameField(_("English title"), blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.display_name

    @property
    def display_name(self) -> str:
        """The title in the language in force, or the other one where that is missing."""
        return both_names(self.title, self.title_en)


def a_title_is_given(constraint_name: str) -> models.CheckConstraint:
    """Database check: at least one of the two titles is not empty."""
    return models.CheckConstraint(
        condition=~Q(title="") | ~Q(title_en=""),
        name=constraint_name,
        violation_error_code="field:title",
        violation_error_message=_("Give a Chinese or an English title."),
    )


def set_exactly_in(constraint_name: str, column: str, states) -> models.CheckConstraint:
    """Database check: ``column`` has a value in these states and in no other."""
    inside, known = Q(state__in=list(states)), Q(**{f"{column}__isnull": False})
    return models.CheckConstraint(condition=(inside & known) | (~inside & ~known), name=constraint_name)
