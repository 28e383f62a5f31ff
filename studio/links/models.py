from django.conf import settings
from django.db import models
from django.db.models.functions import Greatest, Least
from django.utils.translation import gettext_lazy as _

from studio.organisation.records import StudioQuerySet, StudioRecord


def key_of(record) -> str:
    """``training.course:12``: how a link names one of its ends."""
    return f"{record._meta.label_lower}:{record.pk}"


class LinkQuerySet(StudioQuerySet):
    def of(self, record):
        """Links with ``record`` at either end."""
        key = key_of(record)
        return self.filter(models.Q(first=key) | models.Q(second=key), studio=record.studio_id)

    def between(self, one, other):
        """The link of these two, whichever was named first."""
        return self.of(one) & self.of(other)


class Link(StudioRecord):
    """Two records of one studio that belong together, such as a project and the course it feeds.

    Neither end comes first. Links have no rights of their own: each end is told only to who sees it.
    """

    area = "links"

    first = models.CharField(_("one record"), max_length=80, editable=False)
    second = models.CharField(_("other record"), max_length=80, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("linked by"),
        editable=False,
    )

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["first"], name="link_first"),
            models.Index(fields=["second"], name="link_second"),
        ]
        constraints = [
            models.UniqueConstraint(Least("first", "second"), Greatest("first", "second"), name="link_once"),
            models.CheckConstraint(condition=~models.Q(first=models.F("second")), name="link_joins_two"),
        ]

    def __str__(self):
        return f"{self.first} – {self.second}"

    def other_end(self, record) -> tuple[str, int]:
        """Kind and key of the end that is not ``record``."""
        end = self.second if self.first == key_of(record) else self.first
        kind, _colon, pk = end.partition(":")
        return kind, int(pk)
