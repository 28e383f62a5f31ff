from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from innovations.models.claim import BenefitClaim, money
from studio.core.fields import NoteField
from studio.core.stays import Stays
from studio.organisation.records import StudioQuerySet, StudioRecord


class AppendOnly(TypeError):
    """A verdict is never changed or deleted; a later one supersedes it."""


class BenefitVerdictQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(claim__claimant=person)

    def next_number(self) -> int:
        """The number of the verdict that comes after these."""
        return self.aggregate(last=models.Max("number", default=0))["last"] + 1

    def update(self, **values):
        """Refused: verdicts are written once."""
        raise AppendOnly("verdicts are never changed")

    def delete(self):
        """Refused: verdicts are written once."""
        raise AppendOnly("verdicts are never deleted")


class BenefitVerdict(StudioRecord):
    """Finance's answer to a claim. Written once; the one with the highest number is in force.

    ``net`` and ``claimant`` repeat the claim's, so that the database itself refuses a sum beyond the net and a
    verdict on one's own claim.
    """

    area = "benefits"
    stays = Stays()
    discipline_path = "claim__project__discipline"

    claim = models.ForeignKey(BenefitClaim, models.PROTECT, related_name="verdicts", verbose_name=_("benefit claim"))
    number = models.PositiveSmallIntegerField(_("number"))
    claimant = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("claimant"))
    net = money(_("net benefit claimed (CNY)"))
    confirmed = money(_("confirmed benefit (CNY)"))
    reason = NoteField(_("reason"), blank=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("judged by"))
    judged_on = models.DateField(_("judged on"), default=timezone.localdate)

    objects = BenefitVerdictQuerySet.as_manager()

    class Meta:
        verbose_name = _("verdict")
        verbose_name_plural = _("verdicts")
        ordering = ["claim", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["claim", "number"], name="verdict_numbered_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="verdict_number_from_one"),
            models.CheckConstraint(
                condition=Q(confirmed__gte=0, confirmed__lte=F("net")), name="verdict_within_net_of_claim"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="verdict_has_a_reason"),
            models.CheckConstraint(condition=~Q(by=F("claimant")), name="verdict_not_on_own_claim"),
        ]

    def __str__(self):
        return f"{self.claim} ({self.number})"

    def save(self, *args, **kwargs):
        """Insert only."""
        if not self._state.adding:
            raise AppendOnly("verdicts are never changed")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Refused: verdicts are written once."""
        raise AppendOnly("verdicts are never deleted")
