from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from sharing.choices import AllianceRole
from sharing.models.partner import PartnerUnit
from sharing.querysets import AllianceQuerySet
from studio.core.fields import NameField, TwoNames, a_name_is_given, dates_in_order, one_of
from studio.core.finding import SearchField
from studio.core.text import labelled
from studio.kit.addresses import studio_reverse
from studio.organisation.choices import Level
from studio.organisation.records import StudioRecord


class Alliance(TwoNames, StudioRecord):
    """An alliance of studios and units that the studio belongs to. Its start may be unknown; then it is not counted."""

    area = "sharing"
    attachment_kinds = {"charter": _("Charter"), "certificate": _("Certificate of membership")}

    name = NameField(_("Chinese name"), blank=True)
    name_en = NameField(_("English name"), blank=True)
    level = models.CharField(
        _("level"), max_length=12, choices=Level.choices, blank=True, help_text=_("Leave empty when nobody set one.")
    )
    cluster = NameField(_("field (Chinese)"), blank=True, help_text=_("The trade or field of its cluster."))
    cluster_en = NameField(_("field (English)"), blank=True)
    role = models.CharField(_("role of the studio"), max_length=12, choices=AllianceRole.choices)
    from_date = models.DateField(
        _("member since"),
        null=True,
        blank=True,
        help_text=_("Leave empty when no date is recorded: the alliance is listed then, and not counted."),
    )
    to_date = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day, included."))
    secretariat = NameField(_("secretariat (Chinese)"), blank=True, help_text=_("The unit that keeps its office."))
    secretariat_en = NameField(_("secretariat (English)"), blank=True)
    search = SearchField("name", "name_en", "cluster", "cluster_en")

    objects = AllianceQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("alliance")
        verbose_name_plural = _("alliances")
        ordering = ["-from_date", "pk"]
        indexes = [models.Index(fields=["studio", "from_date", "id"], name="alliance_studio_from")]
        constraints = [
            a_name_is_given("alliance_has_a_name"),
            one_of("alliance_role", "role", AllianceRole),
            models.CheckConstraint(condition=Q(level__in=["", *Level.values]), name="alliance_level"),
            dates_in_order("alliance_dates"),
        ]

    def __str__(self):
        return self.display_name

    def get_absolute_url(self):
        return studio_reverse(self.studio, "sharing:alliance_detail", pk=self.pk)


class AllianceMember(StudioRecord):
    """Another unit in one of the studio's alliances."""

    area = "sharing"

    alliance = models.ForeignKey(Alliance, models.PROTECT, related_name="members", verbose_name=_("alliance"))
    unit = models.ForeignKey(
        PartnerUnit, models.PROTECT, related_name="alliance_memberships", verbose_name=_("partner unit")
    )
    role = models.CharField(
        _("role in the alliance"), max_length=12, choices=AllianceRole.choices, default=AllianceRole.MEMBER
    )
    from_date = models.DateField(_("member since"), null=True, blank=True)
    to_date = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day, included."))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("unit of the alliance")
        verbose_name_plural = _("units of the alliance")
        ordering = ["alliance", "pk"]
        constraints = [
            one_of("alliance_member_role", "role", AllianceRole),
            dates_in_order("alliance_member_dates"),
            models.UniqueConstraint(
                fields=["alliance", "unit"],
                condition=Q(to_date__isnull=True),
                name="alliance_member_once",
                violation_error_code="field:unit",
                violation_error_message=_("This unit belongs to the alliance already."),
            ),
        ]

    def __str__(self):
        return labelled(self.alliance, self.unit)

    def get_absolute_url(self):
        return studio_reverse(self.studio, "sharing:member_detail", pk=self.pk)
