from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from sharing.choices import PartnerKind
from studio.core.fields import NameField, NoteField, TwoNames, a_name_is_given, one_of
from studio.core.finding import SearchField
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord


def named_once(field: str) -> models.UniqueConstraint:
    """Database check: no two partner units of a studio share a name, or figures would count one twice."""
    return models.UniqueConstraint(
        fields=["studio", field],
        condition=~Q(**{field: ""}),
        name=f"partner_unit_{field}_once",
        violation_error_code=f"field:{field}",
        violation_error_message=_("A partner unit of this name is recorded already. Use that one."),
    )


class PartnerUnit(TwoNames, StudioRecord):
    """A unit outside with which the studio shares."""

    area = "sharing"

    name = NameField(_("Chinese name"), blank=True)
    name_en = NameField(_("English name"), blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=PartnerKind.choices)
    region = NameField(_("region"), max_length=100, blank=True, help_text=_("Province and city."))
    contact = NoteField(
        _("contact note"),
        help_text=_("Which office to ask and how. Everybody with a role in the studio reads it: no private numbers."),
    )
    search = SearchField("name", "name_en", "region")

    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("partner unit")
        verbose_name_plural = _("partner units")
        ordering = ["name", "name_en", "pk"]
        indexes = [models.Index(fields=["studio", "name", "id"], name="partner_unit_studio_name")]
        constraints = [
            a_name_is_given("partner_unit_has_a_name"),
            one_of("partner_unit_kind", "kind", PartnerKind),
            named_once("name"),
            named_once("name_en"),
        ]

    def __str__(self):
        return self.display_name

    def get_absolute_url(self):
        return studio_reverse(self.studio, "sharing:partner_detail", pk=self.pk)
