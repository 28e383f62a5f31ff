"""The abstract base of root records that count under a discipline."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from studio.organisation.records import StudioRecord


class DisciplineRecord(StudioRecord):
    """A studio's record with at most one discipline; none means cross-discipline."""

    discipline_path = "discipline"

    discipline = models.ForeignKey(
        "disciplines.Discipline",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("discipline"),
        help_text=_("Leave empty when it belongs to all disciplines."),
    )

    class Meta:
        abstract = True
