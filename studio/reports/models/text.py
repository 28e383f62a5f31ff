from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from disciplines.records import DisciplineRecord
from studio.core.fields import NoteField, one_of
from studio.core.stays import Stays
from studio.organisation.records import StudioRecord
from studio.reports.choices import Language

LONGEST_TEXT = 20_000


class LeadText(DisciplineRecord):
    """The lead's own words for one chapter of a period, in one language; a group leader's for the own group.

    Without a discipline it is the studio's. What is said now is the newest revision; all are kept.
    """

    area = "briefing_text"

    period_key = models.CharField(_("period"), max_length=30)
    chapter = models.CharField(_("chapter"), max_length=60)
    language = models.CharField(_("language"), max_length=10, choices=Language.choices)
    body = NoteField(_("text"), max_length=LONGEST_TEXT)

    class Meta:
        verbose_name = _("text of the lead")
        verbose_name_plural = _("texts of the lead")
        ordering = ["studio", "period_key", "chapter", "discipline", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["studio", "period_key", "chapter", "discipline", "language"], name="lead_text_once_per_group"
            ),
            models.UniqueConstraint(
                fields=["studio", "period_key", "chapter", "language"],
                condition=models.Q(discipline=None),
                name="lead_text_once",
            ),
            one_of("lead_text_language", "language", Language),
        ]

    def __str__(self):
        return f"{self.chapter} {self.period_key} {self.language}"


class TextRevision(StudioRecord):
    """What a text said from some moment on. Only ever added; the database refuses changes."""

    area = "briefing_text"
    stays = Stays()
    discipline_path = "text__discipline"

    text = models.ForeignKey(LeadText, models.PROTECT, related_name="revisions", verbose_name=_("text of the lead"))
    number = models.PositiveIntegerField(_("revision"))
    body = models.TextField(_("text"), blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("text", "author")
    )
    at = models.DateTimeField(_("written"), auto_now_add=True)

    class Meta:
        verbose_name = _("revision of a text")
        verbose_name_plural = _("revisions of texts")
        ordering = ["text", "-number"]
        constraints = [models.UniqueConstraint(fields=["text", "number"], name="text_revision_number_once")]

    def __str__(self):
        return f"{self.text} {self.number}"
