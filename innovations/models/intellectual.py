from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from innovations.choices import PropertyKind
from innovations.models.result import Result
from studio.core.constraints import filled
from studio.core.fields import NameField, dates_in_order, one_of
from studio.core.finding import SearchField
from studio.core.titles import Titled, a_title_is_given
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioQuerySet

PATENTS = (PropertyKind.INVENTION, PropertyKind.UTILITY, PropertyKind.DESIGN)
PUBLISHED = (PropertyKind.PAPER, PropertyKind.STANDARD)


class IntellectualPropertyQuerySet(StudioQuerySet):
    def own(self, person):
        team = Q(result__project__leader=person) | Q(result__project__members__person=person)
        return self.filter(Q(inventors=person) | team).distinct()


class IntellectualProperty(Titled, DisciplineRecord):
    """A patent, a software copyright, a paper or a standard of the studio."""

    area = "innovations"
    attachment_kinds = {"certificate": _("Certificate or copy")}

    kind = models.CharField(_("kind"), max_length=10, choices=PropertyKind.choices)
    number = NameField(
        _("number"), max_length=60, blank=True, help_text=_("Patent, registration or standard number, as printed.")
    )
    owners = NameField(_("owners"), blank=True, help_text=_("Who holds the right, as printed."))
    inventors = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="+", blank=True, verbose_name=_("inventors or authors")
    )
    result = models.ForeignKey(
        Result, models.PROTECT, null=True, blank=True, related_name="properties", verbose_name=_("result")
    )
    filed_on = models.DateField(_("filed on"), null=True, blank=True)
    granted_on = models.DateField(_("granted on"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    search = SearchField("title", "title_en", "number", "owners")

    objects = IntellectualPropertyQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"], m2m_fields=[inventors])

    class Meta:
        verbose_name = _("intellectual property")
        verbose_name_plural = _("intellectual property")
        ordering = ["-granted_on", "-published_on", "-pk"]
        indexes = [
            models.Index(fields=["studio", "granted_on", "id"], name="property_studio_granted"),
            models.Index(fields=["studio", "published_on", "id"], name="property_studio_published"),
        ]
        constraints = [
            a_title_is_given("property_has_a_title"),
            one_of("property_kind", "kind", PropertyKind),
            dates_in_order("property_dates", "filed_on", "granted_on"),
            models.CheckConstraint(
                condition=filled("filed_on") | filled("granted_on") | filled("published_on"),
                name="property_has_a_day",
                violation_error_code="field:filed_on",
                violation_error_message=_("Give at least one date: filed, granted or published."),
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=PUBLISHED) | Q(granted_on__isnull=True),
                name="papers_are_published_not_granted",
                violation_error_code="field:granted_on",
                violation_error_message=_("Papers and standards are published, not granted: give that date."),
            ),
            models.UniqueConstraint(
                fields=["studio", "kind", "number"],
                condition=~Q(number=""),
                name="property_number_once",
                violation_error_code="field:number",
                violation_error_message=_("This number is recorded already."),
            ),
        ]

    def get_absolute_url(self):
        return studio_reverse(self.studio, "innovations:property_detail", pk=self.pk)
