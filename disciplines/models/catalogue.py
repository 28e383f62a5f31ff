"""Catalogues of the installation, edited by administrators."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from studio.core.fields import NameField, TwoNames, a_name_is_given

HEX = r"^#[0-9A-Fa-f]{6}$"
hex_colour = RegexValidator(HEX, _("Write a colour like #1864AB."))


class Discipline(TwoNames, models.Model):
    """A trade of the plant, such as rotating equipment. A further one is a record, no code."""

    key = models.SlugField(_("key"), max_length=30, unique=True, help_text=_("Used in addresses; stays the same."))
    name = NameField(_("Chinese name"), max_length=60, blank=True)
    name_en = NameField(_("English name"), max_length=60, blank=True)
    sign = models.CharField(_("sign"), max_length=2, help_text=_("One letter or character shown beside the colour."))
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    color_light = models.CharField(_("colour on light"), max_length=7, validators=[hex_colour])
    color_dark = models.CharField(_("colour on dark"), max_length=7, validators=[hex_colour])

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("discipline")
        verbose_name_plural = _("disciplines")
        ordering = ["order", "pk"]
        constraints = [
            a_name_is_given("discipline_has_a_name"),
            # The colours stand in a style sheet: nothing but a colour may get there, whatever wrote it.
            models.CheckConstraint(
                condition=models.Q(color_light__regex=HEX) & models.Q(color_dark__regex=HEX),
                name="discipline_colours_are_colours",
            ),
        ]

    def __str__(self):
        return self.display_name


class Occupation(TwoNames, models.Model):
    """An occupation (job type) of the trade, e.g. electrician 6-31-01-03."""

    code = models.CharField(_("code"), max_length=20, blank=True)
    name = NameField(_("Chinese name"), max_length=80, blank=True)
    name_en = NameField(_("English name"), max_length=80, blank=True)
    discipline = models.ForeignKey(
        Discipline, models.PROTECT, null=True, blank=True, related_name="occupations", verbose_name=_("discipline")
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("occupation")
        verbose_name_plural = _("occupations")
        ordering = ["discipline", "code", "pk"]
        constraints = [
            a_name_is_given("occupation_has_a_name"),
            models.UniqueConstraint(fields=["name", "name_en"], name="occupation_named_once"),
        ]

    def __str__(self):
        return self.display_name


class SkillLevel(TwoNames, models.Model):
    """One of the eight steps from apprentice to chief technician."""

    key = models.SlugField(_("key"), max_length=30, unique=True)
    name = NameField(_("Chinese name"), max_length=60, blank=True)
    name_en = NameField(_("English name"), max_length=60, blank=True)
    step = models.PositiveSmallIntegerField(
        pgettext_lazy("skill level", "step"), unique=True, help_text=_("1 is apprentice, 8 chief technician.")
    )
    national_number = models.PositiveSmallIntegerField(
        _("national level"), null=True, blank=True, help_text=_("Five to one for the middle five steps.")
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("skill level")
        verbose_name_plural = _("skill levels")
        ordering = ["step"]
        constraints = [
            a_name_is_given("skill_level_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(national_number__isnull=True) | models.Q(national_number__range=(1, 5)),
                name="national_level_one_to_five",
            ),
        ]

    def __str__(self):
        return self.display_name
