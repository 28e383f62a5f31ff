from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from competitions.choices import Award, CompetitionLevel, ResultBasis
from competitions.models.entry import Entry
from competitions.querysets import ResultQuerySet
from studio.core.constraints import empty, filled
from studio.core.fields import one_of
from studio.core.text import labelled
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord


class Result(StudioRecord):
    """What everybody may know of an entry: what an organiser elsewhere told, or the award given at one of our events.

    Scores and ranks of our own events stay with the marks, which not everybody sees.
    """

    area = "competition_results"
    discipline_path = "entry__event__discipline"
    attachment_kinds = {"evidence": _("Award notice or certificate")}

    entry = models.OneToOneField(
        Entry, models.PROTECT, related_name="result", verbose_name=pgettext_lazy("competition", "entry")
    )
    basis = models.CharField(
        pgettext_lazy("competition", "basis"),
        max_length=10,
        choices=ResultBasis.choices,
        default=ResultBasis.RECORDED,
        editable=False,
    )
    score = models.DecimalField(
        pgettext_lazy("competition", "score"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    rank = models.PositiveSmallIntegerField(_("rank"), null=True, blank=True, validators=[MinValueValidator(1)])
    award = models.CharField(_("award"), max_length=10, choices=Award.choices, blank=True)
    awarded_on = models.DateField(
        _("awarded on"), null=True, blank=True, help_text=_("Figures count the award on this day.")
    )
    expert_level = models.CharField(
        _("technical expert"),
        max_length=10,
        choices=CompetitionLevel.choices,
        blank=True,
        help_text=_("Where the place brought the title of technical expert: its level."),
    )

    objects = ResultQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = pgettext_lazy("competition", "result")
        verbose_name_plural = pgettext_lazy("competition", "results")
        ordering = ["-awarded_on", "-pk"]
        indexes = [models.Index(fields=["studio", "awarded_on"], name="contest_result_by_awarded_on")]
        constraints = [
            one_of("contest_result_basis", "basis", ResultBasis),
            models.CheckConstraint(condition=Q(award__in=["", *Award.values]), name="contest_result_award"),
            models.CheckConstraint(
                condition=Q(expert_level__in=["", *CompetitionLevel.values]), name="contest_result_expert_level"
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__range=(0, 100)), name="contest_result_score_0_to_100"
            ),
            models.CheckConstraint(condition=Q(rank__isnull=True) | Q(rank__gte=1), name="contest_result_rank_from_1"),
            models.CheckConstraint(
                condition=(Q(award="", expert_level="") & empty("awarded_on"))
                | (~Q(award="", expert_level="") & filled("awarded_on")),
                name="contest_result_award_has_its_day",
                violation_error_code="field:awarded_on",
                violation_error_message=_("An award or title has its day; without one the day stays empty."),
            ),
            models.CheckConstraint(
                condition=filled("score") | filled("rank") | ~Q(award="") | ~Q(expert_level=""),
                name="contest_result_says_something",
                violation_error_message=_("Give a score, a rank, an award or a title."),
            ),
            models.CheckConstraint(
                condition=~Q(basis="marks") | (empty("score", "rank") & ~Q(award="")),
                name="contest_result_of_marks_is_an_award",
            ),
        ]

    def __str__(self):
        return labelled(self.entry.event, self.entry)

    def has_entrant(self, person) -> bool:
        """Whether it is a result of ``person``."""
        return self.entry.has_entrant(person)

    def why_locked(self, person):
        """Awards of our own events follow from the marks; closed competitions are settled."""
        if self.basis == ResultBasis.MARKS:
            return _("This award was given on the award sheet of the event. Change it there.")
        return self.entry.event.competition.why_locked(person)

    def get_absolute_url(self):
        return studio_reverse(self.studio, "competitions:result_detail", pk=self.pk)
