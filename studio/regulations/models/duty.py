from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from studio.core.fields import NoteField, dates_in_order
from studio.core.finding import SearchField
from studio.core.text import labelled
from studio.core.titles import Titled, a_title_is_given
from studio.kit.addresses import studio_reverse
from studio.regulations.querysets import DutyQuerySet


class Duty(Titled, DisciplineRecord):
    """What a person answers for in the studio, from one day to another."""

    area = "regulations"

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="duties", verbose_name=_("person")
    )
    description = NoteField(_("what it asks"), help_text=_("Tasks, powers, and to whom the person reports."))
    from_date = models.DateField(_("from"), default=timezone.localdate)
    to_date = models.DateField(_("to"), null=True, blank=True)

    search = SearchField("title", "title_en")

    objects = DutyQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        ordering = ["title", "title_en", "-from_date", "pk"]
        indexes = [models.Index(fields=["studio", "from_date", "id"], name="duty_studio_from")]
        constraints = [a_title_is_given("duty_has_a_title"), dates_in_order("duty_dates")]

    def __str__(self):
        return labelled(self.display_name, self.person)

    def get_absolute_url(self):
        return studio_reverse(self.studio, "regulations:duty_detail", pk=self.pk)
