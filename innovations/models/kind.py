from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from innovations.choices import Family
from studio.core.fields import NameField, TwoNames, a_name_is_given, one_of


class InnovationKind(TwoNames, models.Model):
    """A kind of innovation, such as small invention or tackling project: a catalogue of the installation."""

    key = models.SlugField(_("key"), max_length=30, unique=True)
    name = NameField(_("Chinese name"), max_length=60, blank=True)
    name_en = NameField(_("English name"), max_length=60, blank=True)
    family = models.CharField(_("family"), max_length=12, choices=Family.choices, default=Family.OTHER)
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("kind of innovation")
        verbose_name_plural = _("kinds of innovation")
        ordering = ["order", "pk"]
        constraints = [
            a_name_is_given("innovation_kind_has_a_name"),
            one_of("innovation_kind_family", "family", Family),
        ]

    def __str__(self):
        return self.display_name
