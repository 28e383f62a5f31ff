from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from studio.core.fields import NoteField
from studio.core.text import labelled
from studio.organisation.records import StudioRecord
from studio.regulations.models.version import RegulationVersion
from studio.regulations.querysets import ReadingQuerySet


class Reading(StudioRecord):
    """A member confirms having read a version. Written once."""

    area = "regulations"

    version_read = models.ForeignKey(
        RegulationVersion, models.PROTECT, related_name="readings", verbose_name=_("version of a regulation")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="readings", verbose_name=_("person")
    )
    confirmed_on = models.DateField(_("confirmed on"), default=timezone.localdate, editable=False)

    objects = ReadingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("read confirmation")
        verbose_name_plural = _("read confirmations")
        ordering = ["-confirmed_on", "-pk"]
        indexes = [models.Index(fields=["studio", "-confirmed_on", "-id"], name="reading_studio_confirmed")]
        constraints = [
            models.UniqueConstraint(fields=["version_read", "person"], name="version_confirmed_once_by_a_person"),
        ]

    def __str__(self):
        return labelled(self.person, self.version_read)


class VersionReview(StudioRecord):
    """Until when a version needs no review, known since a day. The first row is written as it comes into force.

    The rows keep the past as it was: a review of this year does not mend the one that was overdue last year.
    """

    area = "regulations"

    version_reviewed = models.ForeignKey(
        RegulationVersion, models.PROTECT, related_name="reviews", verbose_name=_("version of a regulation")
    )
    reviewed_on = models.DateField(_("reviewed on"))
    next_due = models.DateField(_("next review due"))
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("reviewed by")
    )
    note = NoteField(_("note"), max_length=400)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("review of a version")
        verbose_name_plural = _("reviews of versions")
        ordering = ["-reviewed_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(next_due__gt=F("reviewed_on")), name="next_review_comes_later"),
        ]

    def __str__(self):
        return labelled(self.reviewed_on, self.version_reviewed)
