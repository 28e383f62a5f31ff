from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.files.kinds import FileKind
from studio.organisation.records import StudioQuerySet, StudioRecord


class FormReceipt(models.Model):
    """What became of a form that a person sent: the same form sent twice leads to the same place."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("person"))
    key = models.UUIDField(_("key of the form"))
    url = models.CharField(pgettext_lazy("form", "result"), max_length=500, blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)

    class Meta:
        verbose_name = _("form receipt")
        verbose_name_plural = _("form receipts")
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="form_sent_once")]

    def __str__(self):
        return str(self.key)


class ExportQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(by=person)


class Export(StudioRecord):
    """A long list written in the background: owner of the file, which only its asker fetches."""

    area = "jobs"
    attachment_kinds = {"list": FileKind(_("Exported list"), made_here=True)}

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    permission = models.CharField(_("permission"), max_length=60)
    rows = models.PositiveIntegerField(_("rows"))

    objects = ExportQuerySet.as_manager()

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        ordering = ["-pk"]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"

    def is_own(self, person) -> bool:
        return self.by_id == person.pk

    def files_open_to(self, person) -> bool:
        """The list's right is asked again at each download, so the link dies with the role."""
        return self.is_own(person) and person.has_perm(self.permission, self.studio)
