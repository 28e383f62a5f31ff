"""Filters of the appraisal lists; period and discipline come from the pickers of every page."""

from django.utils.translation import gettext_lazy as _

from appraisals.models import Batch, Candidate, Score
from studio.kit.filters import DateBetween, Filters


class BatchFilters(Filters):
    exam_on = DateBetween(label=_("Exam day"))
    examined_on = DateBetween(label=_("Examined on"))

    class Meta:
        model = Batch
        fields = ["state", "occupation", "level"]


class CandidateFilters(Filters):
    batch__exam_on = DateBetween(label=_("Exam day"))

    class Meta:
        model = Candidate
        fields = ["state", "outcome", "route", "batch", "person"]


class ScoreFilters(Filters):
    candidate__batch__examined_on = DateBetween(label=_("Examined on"))

    class Meta:
        model = Score
        fields = ["candidate__batch", "candidate__outcome", "candidate__person"]
