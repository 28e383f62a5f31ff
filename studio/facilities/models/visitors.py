from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from studio.core.fields import NameField, NoteField, both_names, one_of
from studio.core.finding import SearchField
from studio.core.text import labelled
from studio.facilities.choices import VisitorKind
from studio.files.kinds import IMAGES, FileKind
from studio.kit.addresses import studio_reverse
from studio.organisation.choices import Level


class VisitorBatch(DisciplineRecord):
    """Visitors of one day: a group, individuals, or views of the online display. The three are never added together."""

    area = "visitors"
    attachment_kinds = {"photo": FileKind(_("Photo"), types=IMAGES), "letter": _("Letter or sign-in sheet")}

    day = models.DateField(pgettext_lazy("date", "day"))
    kind = models.CharField(_("kind"), max_length=12, choices=VisitorKind.choices)
    heads = models.PositiveIntegerField(
        pgettext_lazy("visitors", "head count"),
        validators=[MinValueValidator(1)],
        help_text=_("People of the group, visitors, or views."),
    )
    unit = NameField(_("from (Chinese)"), blank=True, help_text=_("Unit or body that a group comes from."))
    unit_en = NameField(_("from (English)"), blank=True)
    level = models.CharField(_("level"), max_length=12, choices=Level.choices, blank=True)
    purpose = NameField(_("purpose"), blank=True)
    guide = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("guide")
    )
    comments = NoteField(_("comments"), help_text=_("What the visitors said."))
    search = SearchField("unit", "unit_en", "purpose")

    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("visitor entry")
        verbose_name_plural = _("visitors")
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["studio", "-day", "-id"], name="visitors_studio_day")]
        constraints = [
            one_of("visitors_kind", "kind", VisitorKind),
            models.CheckConstraint(condition=Q(level="") | Q(level__in=Level.values), name="visitors_level"),
            models.CheckConstraint(condition=Q(heads__gte=1), name="visitors_are_somebody"),
            models.CheckConstraint(
                condition=~Q(kind=VisitorKind.GROUP) | ~Q(unit="") | ~Q(unit_en=""),
                name="visitors_group_has_a_unit",
                violation_error_code="field:unit",
                violation_error_message=_("Say where the group comes from, in Chinese or in English."),
            ),
        ]

    def __str__(self):
        return labelled(both_names(self.unit, self.unit_en) or self.get_kind_display(), self.day)

    def get_absolute_url(self):
        return studio_reverse(self.studio, "facilities:visitors_detail", pk=self.pk)
