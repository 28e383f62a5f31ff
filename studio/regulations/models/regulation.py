from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from studio.core.fields import BESIDE, NameField
from studio.core.finding import SearchField
from studio.core.titles import Titled, a_title_is_given
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord
from studio.regulations.models.kind import RegulationKind
from studio.regulations.querysets import RegulationQuerySet


class Regulation(Titled, StudioRecord):
    """A rule that the studio keeps; what it says stands in its versions."""

    area = "regulations"
    state_tones = {"in_force": "good", "overdue": "waiting", "missing": "bad"}

    code = NameField(
        pgettext_lazy("regulation", "code"),
        max_length=40,
        help_text=_("The number it is known by, once in the studio."),
    )
    kind = models.ForeignKey(
        RegulationKind, models.PROTECT, related_name="regulations", verbose_name=_("kind of regulation")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="regulations_owned",
        verbose_name=_("owner"),
        help_text=_("Who keeps it up to date and is reminded of its review."),
    )

    search = SearchField("code", "title", "title_en")

    objects = RegulationQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("regulation")
        verbose_name_plural = _("regulations")
        ordering = ["code", "pk"]
        indexes = [models.Index(fields=["studio", "code", "id"], name="regulation_studio_code")]
        constraints = [
            a_title_is_given("regulation_has_a_title"),
            models.CheckConstraint(condition=~models.Q(code=""), name="regulation_has_a_code"),
            models.UniqueConstraint(
                fields=["studio", "code"],
                name="regulation_code_once_in_a_studio",
                violation_error_code=f"{BESIDE}code",
                violation_error_message=_("Another regulation of this studio has this code."),
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.display_name}"

    def get_absolute_url(self):
        return studio_reverse(self.studio, "regulations:regulation_detail", pk=self.pk)
