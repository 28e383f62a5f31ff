from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from competitions.choices import Award, CorrectionState
from competitions.models.entry import Entry
from competitions.querysets import CorrectionQuerySet, MarkQuerySet
from studio.core.constraints import empty, filled
from studio.core.fields import NoteField, one_of
from studio.core.text import labelled
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord


def score(label, **options):
    """A score of 0 to 100 with two decimals; nothing is rounded, so equal scores are equal to the hundredth."""
    limits = [MinValueValidator(0), MaxValueValidator(100)]
    return models.DecimalField(label, max_digits=5, decimal_places=2, validators=limits, editable=False, **options)


class Mark(StudioRecord):
    """What an entry of one of our own events scored. Only judges of the event see it until the marks are locked."""

    area = "competition_marks"
    discipline_path = "entry__event__discipline"

    entry = models.OneToOneField(
        Entry, models.PROTECT, related_name="mark", verbose_name=pgettext_lazy("competition", "entry")
    )
    score = score(pgettext_lazy("competition", "score"))
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, editable=False)
    award = models.CharField(_("award"), max_length=10, choices=Award.choices, blank=True, editable=False)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("marked by"), editable=False
    )

    objects = MarkQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = pgettext_lazy("competition", "mark")
        verbose_name_plural = pgettext_lazy("competition", "marks")
        ordering = ["entry__event", "rank", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(score__range=(0, 100)), name="contest_mark_score_0_to_100"),
            models.CheckConstraint(condition=Q(rank__isnull=True) | Q(rank__gte=1), name="contest_mark_rank_from_1"),
            models.CheckConstraint(condition=Q(award__in=["", *Award.values]), name="contest_mark_award"),
            models.CheckConstraint(condition=Q(award="") | Q(rank__isnull=False), name="contest_mark_award_has_a_rank"),
        ]

    def __str__(self):
        return labelled(self.entry.event, self.entry)

    def get_absolute_url(self):
        return studio_reverse(self.studio, "competitions:mark_detail", pk=self.pk)


class Correction(StudioRecord):
    """A change of a locked mark: a judge asks for it with a reason, a second person decides."""

    area = "competition_marks"
    discipline_path = "entry__event__discipline"
    state_tones = {"proposed": "waiting"}

    entry = models.ForeignKey(
        Entry, models.PROTECT, related_name="corrections", verbose_name=pgettext_lazy("competition", "entry")
    )
    old_score = score(_("score before"), null=True)
    new_score = score(_("new score"), null=True)
    reason = NoteField(_("reason"), blank=False, editable=False)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("proposed by"), editable=False
    )
    proposed_on = models.DateField(_("proposed on"), editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=CorrectionState.choices, default=CorrectionState.PROPOSED, editable=False
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("decided by"),
        editable=False,
    )
    decided_on = models.DateField(_("decided on"), null=True, editable=False)

    objects = CorrectionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("correction of a mark")
        verbose_name_plural = _("corrections of marks")
        ordering = ["-pk"]
        constraints = [
            one_of("contest_correction_state", "state", CorrectionState),
            models.CheckConstraint(
                condition=(Q(state="proposed") & empty("decided_by", "decided_on"))
                | (~Q(state="proposed") & filled("decided_by", "decided_on")),
                name="contest_correction_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
                name="contest_correction_takes_a_second_person",
            ),
            models.CheckConstraint(
                condition=Q(new_score__isnull=True) | Q(new_score__range=(0, 100)),
                name="contest_correction_score_0_to_100",
            ),
            models.CheckConstraint(
                condition=(filled("old_score") & empty("new_score"))
                | (empty("old_score") & filled("new_score"))
                | (filled("old_score", "new_score") & ~Q(old_score=F("new_score"))),
                name="contest_correction_changes_something",
            ),
            models.UniqueConstraint(
                fields=["entry"], condition=Q(state="proposed"), name="contest_correction_one_at_a_time"
            ),
        ]

    def __str__(self):
        return labelled(self.entry.event, self.entry)

    def get_absolute_url(self):
        return studio_reverse(self.studio, "competitions:correction_detail", pk=self.pk)
