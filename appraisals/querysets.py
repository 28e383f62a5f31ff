"""Reads of batches, candidates and scores."""

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from appraisals.choices import REVIEW_FROM_STEP, BatchState, CandidateState, Outcome
from studio.organisation.access import rights
from studio.organisation.records import StudioQuerySet

ACCEPTED = Q(state=CandidateState.ACCEPTED)


class BatchQuerySet(StudioQuerySet):
    def own(self, person):
        """Batches that take applications, and those ``person`` is or was a candidate of."""
        mine = Q(state=BatchState.OPEN) | Q(candidates__person=person)
        return self.filter(pk__in=self.model.objects.filter(mine).values("pk"))

    def assigned(self, person):
        """Batches that ``person`` is an appraiser of."""
        return self.filter(pk__in=self.model.objects.filter(appraisers__person=person).values("pk"))

    def to_examine(self):
        """Open batches whose exam day has come, oldest first."""
        return self.filter(state=BatchState.OPEN, exam_on__lte=timezone.localdate()).order_by("exam_on", "pk")

    def to_score(self):
        """Examined batches with somebody whose scores are not complete, oldest first."""
        return self.filter(self._incomplete(), state=BatchState.EXAMINED).order_by("examined_on", "pk")

    def to_decide(self):
        """Examined batches with all scores, oldest first."""
        return self.filter(~self._incomplete(), state=BatchState.EXAMINED).order_by("examined_on", "pk")

    def scored_by(self, person, studio):
        """Batches of ``studio`` whose scores ``person`` enters: assigned ones, or, in the office, those of nobody."""
        scopes, inside = rights(person, studio).scopes("appraisal_scores", "edit"), self.filter(studio=studio)
        assigned = inside.assigned(person) if "appraiser" in rights(person, studio).roles else inside.none()
        if "all" not in scopes:
            return assigned
        return inside.filter(Q(appraisers=None) | Q(pk__in=assigned.values("pk")))

    def _incomplete(self):
        candidates = self.model._meta.get_field("candidates").related_model
        return Exists(candidates.objects.filter(batch=OuterRef("pk")).without_scores())

    def with_heads(self):
        """Each with ``applied`` (to be answered), ``accepted`` and ``passed`` candidates."""
        return self.annotate(
            applied=Count("candidates", filter=Q(candidates__state=CandidateState.APPLIED)),
            accepted=Count("candidates", filter=Q(candidates__state=CandidateState.ACCEPTED)),
            passed=Count("candidates", filter=Q(candidates__outcome=Outcome.PASSED)),
        )


class AppraiserQuerySet(StudioQuerySet):
    def own(self, person):
        """Of the batches that ``person`` may apply for or is a candidate of: who is examined knows by whom."""
        batches = self.model._meta.get_field("batch").related_model
        return self.filter(batch__in=batches.objects.own(person))

    def assigned(self, person):
        """Of the batches that ``person`` is an appraiser of."""
        batches = self.model._meta.get_field("batch").related_model
        return self.filter(batch__in=batches.objects.assigned(person))


class CandidateQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(person=person)

    def assigned(self, person):
        """Candidates of the batches that ``person`` is an appraiser of."""
        return self.filter(pk__in=self.model.objects.filter(batch__appraisers__person=person).values("pk"))

    def accepted(self):
        return self.filter(ACCEPTED)

    def waiting(self):
        """Applications to answer, the batch that is examined first before others."""
        waiting = self.filter(state=CandidateState.APPLIED, batch__state=BatchState.OPEN)
        return waiting.order_by("batch__exam_on", "applied_on", "pk")

    def without_scores(self):
        """Accepted ones of whom a test that the batch asks for has neither a score nor an absence."""
        known = Q(score__theory__isnull=False) | Q(score__theory_absent=True)
        known &= Q(score__practical__isnull=False) | Q(score__practical_absent=True)
        review = Q(score__review__isnull=False) | Q(score__review_absent=True)
        known &= review | Q(batch__level__step__lt=REVIEW_FROM_STEP)
        # Counted the other way round, a missing row of scores would make neither side true.
        complete = self.model.objects.filter(known, pk=OuterRef("pk"))
        return self.filter(ACCEPTED, ~Exists(complete))

    def upcoming_for(self, person):
        """Accepted ones of ``person`` whose exam lies ahead, the next first."""
        ahead = Q(batch__state=BatchState.OPEN, batch__exam_on__gte=timezone.localdate())
        return self.filter(ahead, ACCEPTED, person=person).order_by("batch__exam_on", "pk")

    def decided(self):
        """Those of whom was decided that they passed or did not."""
        return self.filter(outcome__in=(Outcome.PASSED, Outcome.FAILED))

    def by_occupation_and_level(self):
        """Per occupation and level asked for ``found`` decisions and how many ``passed``."""
        keys = ("batch__occupation", "batch__level")
        counted = self.decided().order_by().values(*keys)
        return counted.annotate(found=Count("pk"), passed=Count("pk", filter=Q(outcome=Outcome.PASSED)))


class ScoreQuerySet(StudioQuerySet):
    def own(self, person):
        """One's own scores, once the batch is decided."""
        return self.filter(candidate__person=person, candidate__batch__state=BatchState.DECIDED)

    def assigned(self, person):
        """Scores of the batches that ``person`` is an appraiser of."""
        mine = self.model.objects.filter(candidate__batch__appraisers__person=person)
        return self.filter(pk__in=mine.values("pk"))

    def recorded(self):
        """Rows that say anything."""
        given = Q(theory__isnull=False) | Q(practical__isnull=False) | Q(review__isnull=False)
        absent = Q(theory_absent=True) | Q(practical_absent=True) | Q(review_absent=True)
        return self.filter(given | absent)
