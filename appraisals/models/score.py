from dataclasses import dataclass
from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from appraisals.choices import Outcome, Test
from appraisals.models.candidate import Candidate
from appraisals.querysets import ScoreQuerySet
from studio.core.constraints import empty
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord

HIGHEST = 100


def score_field(label):
    """A score from 0 to 100 with two places."""
    limits = [MinValueValidator(0), MaxValueValidator(HIGHEST)]
    return models.DecimalField(label, max_digits=5, decimal_places=2, null=True, editable=False, validators=limits)


def score_is_valid(test: str) -> Q:
    """The score, and the mark kept with it, are 0 to 100; who was absent has no score."""
    limits = (0, HIGHEST)
    inside = empty(test) | Q(**{f"{test}__range": limits, f"{test}_absent": False})
    return inside & (empty(f"{test}_mark") | Q(**{f"{test}_mark__range": limits}))


@dataclass(frozen=True)
class Line:
    """One test of a candidate in words and numbers: why it was passed or not."""

    label: str
    score: Decimal | None
    absent: bool
    mark: Decimal | None

    @property
    def passed(self) -> bool:
        return self.score is not None and self.mark is not None and self.score >= self.mark


class Score(StudioRecord):
    """What a candidate reached in each test; with the decision also the pass marks it was decided by."""

    area = "appraisal_scores"
    discipline_path = "candidate__batch__discipline"

    candidate = models.OneToOneField(
        Candidate, models.PROTECT, editable=False, related_name="score", verbose_name=_("candidate")
    )
    theory = score_field(_("theory"))
    theory_absent = models.BooleanField(_("absent from theory"), default=False, editable=False)
    theory_mark = score_field(_("pass mark of theory"))
    practical = score_field(_("practical"))
    practical_absent = models.BooleanField(_("absent from practical"), default=False, editable=False)
    practical_mark = score_field(_("pass mark of practical"))
    review = score_field(pgettext_lazy("appraisal", "review"))
    review_absent = models.BooleanField(_("absent from review"), default=False, editable=False)
    review_mark = score_field(_("pass mark of review"))

    objects = ScoreQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("appraisal score")
        verbose_name_plural = _("appraisal scores")
        ordering = ["candidate", "pk"]
        indexes = [models.Index(fields=["studio", "-id"], name="appraisal_score_studio")]
        constraints = [
            models.CheckConstraint(condition=score_is_valid(test), name=f"score_{test}_0_to_100")
            for test in Test.values
        ]

    def __str__(self):
        return str(self.candidate)

    def lines(self) -> list[Line]:
        """The tests that the batch asks for."""
        return [
            Line(test.label, getattr(self, test), getattr(self, f"{test}_absent"), getattr(self, f"{test}_mark"))
            for test in self.candidate.batch.tests
        ]

    def decide(self, marks: dict[str, Decimal]) -> str:
        """Keep ``marks`` with the scores and say what follows: passed is who reached each of them."""
        for test in self.candidate.batch.tests:
            setattr(self, f"{test}_mark", marks[test])
        lines = self.lines()
        if all(line.absent for line in lines):
            return Outcome.ABSENT
        return Outcome.PASSED if all(line.passed for line in lines) else Outcome.FAILED

    def forget_marks(self) -> None:
        """With a decision that is taken back go the marks it was made by."""
        for test in Test.values:
            setattr(self, f"{test}_mark", None)

    def get_absolute_url(self):
        return studio_reverse(self.studio, "appraisals:score_detail", pk=self.pk)
