from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from studio.core.fields import NameField, TwoNames, a_name_is_given


class Company(TwoNames, models.Model):
    """An enterprise that keeps studios and employs people."""

    code = models.SlugField(_("code"), max_length=20, unique=True, help_text=_("First part of new sign-in names."))
    name = NameField(_("Chinese name"), blank=True)
    name_en = NameField(_("English name"), blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        ordering = ["code"]
        constraints = [a_name_is_given("company_has_a_name")]

    def __str__(self):
        return self.display_name


class Unit(TwoNames, models.Model):
    """A department, plant or team of a company, as a tree."""

    company = models.ForeignKey(Company, models.PROTECT, related_name="units", verbose_name=_("company"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("belongs to")
    )
    name = NameField(_("Chinese name"), blank=True)
    name_en = NameField(_("English name"), blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["name", "name_en", "pk"]
        constraints = [
            a_name_is_given("unit_has_a_name"),
            models.UniqueConstraint("company", "name", "name_en", name="unit_named_once_per_company"),
        ]

    def __str__(self):
        return self.display_name
