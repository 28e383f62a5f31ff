from datetime import date
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from studio.organisation.models.studio import Studio


class SettingQuerySet(models.QuerySet):
    def value(self, key: str, studio: Studio, on: date, default: Decimal) -> Decimal:
        """The number in force on a day: the studio's own before the installation's, the newest before older ones."""
        rows = self.filter(models.Q(studio=studio) | models.Q(studio=None), key=key, from_date__lte=on)
        found = rows.order_by(models.F("studio").desc(nulls_last=True), "-from_date").values_list("value", flat=True)
        return next(iter(found[:1]), default)


class Setting(models.Model):
    """A business number with the day from which it holds, such as a pass mark."""

    key = models.CharField(_("key"), max_length=60)
    studio = models.ForeignKey(
        Studio, models.CASCADE, null=True, blank=True, related_name="settings", verbose_name=_("studio")
    )
    value = models.DecimalField(_("value"), max_digits=14, decimal_places=4)
    from_date = models.DateField(_("holds from"))
    source = models.CharField(_("source"), max_length=200, blank=True)

    objects = SettingQuerySet.as_manager()

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("setting")
        verbose_name_plural = _("settings")
        ordering = ["key", "-from_date"]
        constraints = [
            models.UniqueConstraint(fields=["key", "studio", "from_date"], name="setting_once_a_day_and_studio"),
            models.UniqueConstraint(
                fields=["key", "from_date"], condition=models.Q(studio=None), name="setting_once_a_day"
            ),
        ]

    def __str__(self):
        return f"{self.key} = {self.value}"
