from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class FormReceipt(models.Model):
    """What became of a form that a person sent: the same form sent twice leads to the same place."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    key = models.UUIDField(_("key of the form"))
    url = models.CharField(_("result"), max_length=500, blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("form receipt")
        verbose_name_plural = _("form receipts")
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="form_sent_once")]

    def __str__(self):
        return str(self.key)
