from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from studio.notices.registry import kinds
from studio.organisation.records import StudioQuerySet, StudioRecord


class NoticeQuerySet(StudioQuerySet):
    def own(self, person):
        """What ``person`` was told."""
        return self.filter(person=person)

    def unread(self):
        """Not yet opened."""
        return self.filter(read_at=None)


class Notice(StudioRecord):
    """Something one person was told, once: ``key`` names the event."""

    area = "notices"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person"))
    kind = models.CharField(_("kind"), max_length=60)
    params = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    url = models.CharField(_("link"), max_length=500, blank=True)
    key = models.CharField(max_length=150, editable=False)
    read_at = models.DateTimeField(_("read"), null=True, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="notice_told_once")]
        indexes = [
            models.Index(fields=["studio", "person", "-id"], name="notice_studio_person"),
            models.Index(fields=["person", "studio"], condition=models.Q(read_at=None), name="notice_unread"),
        ]

    def __str__(self):
        return self.text

    @property
    def text(self) -> str:
        """The sentence in the reader's language; a kind the product no longer knows shows its key."""
        declared = kinds.get(self.kind)
        return str(declared.text) % declared.shown(self.params) if declared else self.kind

    @property
    def tone(self) -> str:
        """How the line is coloured."""
        declared = kinds.get(self.kind)
        return declared.tone if declared else ""
