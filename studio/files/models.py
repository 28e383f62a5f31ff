from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from studio.core.fields import NameField
from studio.files.kinds import kinds_of, owner_model
from studio.files.store import path_of
from studio.organisation.records import StudioQuerySet, StudioRecord


class AttachmentQuerySet(StudioQuerySet):
    def of(self, owner):
        """All attachments of ``owner``, retired ones included."""
        return self.filter(owner_type=owner._meta.label_lower, owner_id=owner.pk, studio=owner.studio_id)

    def in_force(self):
        """Those not retired."""
        return self.filter(retired_at=None)


class Attachment(StudioRecord):
    """A file of some record. Seen by whoever sees the record; never overwritten, only retired with a reason."""

    area = "files"

    owner_type = models.CharField(max_length=60, editable=False)
    owner_id = models.BigIntegerField(editable=False)
    kind = models.CharField(_("kind"), max_length=40)
    original_name = NameField(_("file name"))
    random_name = models.CharField(max_length=32, unique=True, editable=False)
    size = models.PositiveBigIntegerField(_("size"))
    sha256 = models.CharField(max_length=64)
    detected_type = models.CharField(_("type"), max_length=100)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("added by"))
    retired_at = models.DateTimeField(_("retired"), null=True, editable=False)
    retired_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    retired_reason = models.CharField(_("reason"), max_length=400, blank=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["-pk"]
        indexes = [models.Index(fields=["owner_type", "owner_id"], name="attachment_owner")]
        constraints = [
            models.CheckConstraint(condition=models.Q(size__gt=0), name="attachment_is_not_empty"),
            models.CheckConstraint(
                condition=models.Q(retired_at=None, retired_by=None, retired_reason="")
                | (models.Q(retired_at__isnull=False, retired_by__isnull=False) & ~models.Q(retired_reason="")),
                name="attachment_retired_with_reason",
            ),
            # The same form sent twice attaches once.
            models.UniqueConstraint(
                fields=["owner_type", "owner_id", "kind", "original_name", "sha256"],
                condition=models.Q(retired_at=None),
                name="attachment_once",
            ),
        ]

    def __str__(self):
        return self.original_name

    def get_absolute_url(self):
        """Its download."""
        return reverse("files:download", kwargs={"studio": self.studio.slug, "pk": self.pk})

    @property
    def path(self):
        """Where its content lies."""
        return path_of(self.random_name)

    @property
    def at(self):
        """When it was added."""
        return self.created_at

    @property
    def kind_label(self):
        """The kind in the words of the owner's declaration."""
        declared = kinds_of(owner_model(self.owner_type)).get(self.kind)
        return declared.label if declared else self.kind
