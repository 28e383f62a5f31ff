from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditRowQuerySet(models.QuerySet):
    def visible_to(self, person, studio):
        """Rows of ``studio``, for whoever may read its log; administrators also read those of no studio."""
        inside = models.Q(studio_id=studio.pk)
        if person.is_staff:
            inside |= models.Q(studio_id=None)
        return self.filter(inside) if person.has_perm("audit.view", studio) else self.none()


class AuditRow(models.Model):
    """One thing done, by whom and why. Append-only; plain ids and no personal values.

    Rows are inserted unchained; the sealer gives each its place in the chain (``sequence``, ``hash``) afterwards,
    because chaining inside business transactions would serialise all writes.
    """

    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    actor_id = models.BigIntegerField(_("actor"), null=True)
    studio_id = models.BigIntegerField(_("studio"), null=True)
    verb = models.CharField(_("what"), max_length=60)
    object_type = models.CharField(_("record type"), max_length=60, blank=True)
    object_id = models.CharField(_("record"), max_length=60, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    facts = models.JSONField(_("facts"), default=dict)
    sequence = models.PositiveBigIntegerField(null=True, unique=True, editable=False)
    hash = models.CharField(max_length=64, blank=True, editable=False)

    objects = AuditRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit row")
        verbose_name_plural = _("audit rows")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["studio_id", "-at", "-id"], name="audit_studio_at"),
            models.Index(fields=["object_type", "object_id"], name="audit_object"),
        ]

    def __str__(self):
        return f"{self.verb} {self.object_type} {self.object_id}"

    def content(self) -> dict:
        """What the hash covers, in plain JSON values."""
        return {
            "id": self.pk,
            "at": self.at.isoformat(),
            "actor": self.actor_id,
            "studio": self.studio_id,
            "verb": self.verb,
            "object": [self.object_type, self.object_id],
            "reason": self.reason,
            "facts": self.facts,
        }
