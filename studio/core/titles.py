"""Records that people know by a title in Chinese and in English."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from studio.core.fields import BESIDE, NameField, both_names


class Titled(models.Model):
    """A record with ``title`` (Chinese) and ``title_en``: one of them may be empty, never both."""

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
        condition=~models.Q(title="") | ~models.Q(title_en=""),
        name=constraint_name,
        violation_error_code=f"{BESIDE}title",
        violation_error_message=_("Give a title in Chinese or in English."),
    )
