"""The figures of skills appraisal."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from appraisals.choices import CandidateState, Outcome
from appraisals.models import Batch, Candidate
from appraisals.promotions import promotes
from disciplines.models import LevelRecord
from studio.indicators.registry import CountDistinct, Figure, Ratio, figures

AREA, FUNCTION = "appraisals", "appraisals"
BATCHES, CANDIDATES = "appraisals:batch_list", "appraisals:candidate_list"
PEOPLE = pgettext_lazy("unit", "people")


def promoted(period, as_of):
    """Promotions as they stand on the last day that counts."""
    return promotes(min(period.end, as_of))


figures.declare(
    Figure(
        "appraisals.batches",
        label=_("Batches examined"),
        unit=pgettext_lazy("unit", "batches"),
        definition=_("Appraisal batches by the day they were examined. Cancelled ones do not count."),
        kind="flow",
        model=Batch,
        date="examined_on",
        discipline="discipline",
        area=AREA,
        function=FUNCTION,
        list=BATCHES,
    ),
    Figure(
        "appraisals.candidates",
        label=_("Candidates examined"),
        unit=pgettext_lazy("unit", "person-times"),
        definition=_(
            "Accepted candidates of the batches examined in the period: who is examined twice counts twice. "
            "Who is found absent from every test when the batch is decided no longer counts."
        ),
        kind="flow",
        model=Candidate,
        where=Q(state=CandidateState.ACCEPTED) & ~Q(outcome=Outcome.ABSENT),
        date="batch__examined_on",
        discipline="batch__discipline",
        area=AREA,
        function=FUNCTION,
        list=CANDIDATES,
    ),
    Figure(
        "appraisals.decisions",
        label=_("Candidates decided on"),
        unit=pgettext_lazy("unit", "person-times"),
        definition=_("Candidates of whom was decided in the period that they passed or did not pass."),
        kind="flow",
        model=Candidate,
        where=Q(outcome__in=(Outcome.PASSED, Outcome.FAILED)),
        date="batch__decided_on",
        discipline="batch__discipline",
        area=AREA,
        function=FUNCTION,
        list=CANDIDATES,
    ),
    Figure(
        "appraisals.passed",
        label=pgettext_lazy("appraisal", "Candidates passed"),
        unit=pgettext_lazy("unit", "person-times"),
        definition=_("Candidates of whom was decided in the period that they passed every test the level asks for."),
        kind="flow",
        model=Candidate,
        where=Q(outcome=Outcome.PASSED),
        date="batch__decided_on",
        discipline="batch__discipline",
        area=AREA,
        function=FUNCTION,
        list=CANDIDATES,
    ),
    Figure(
        "appraisals.pass_rate",
        label=_("Appraisal pass rate"),
        unit="%",
        definition=_("Candidates passed ÷ candidates decided on in the period. Without a decision there is no data."),
        kind="flow",
        measure=Ratio("appraisals.passed", "appraisals.decisions"),
        area=AREA,
        function=FUNCTION,
        format="percent",
    ),
    Figure(
        "appraisals.promoted",
        label=_("Members promoted"),
        unit=PEOPLE,
        definition=_(
            "Different people who in the period reached a skill level higher than every one they had held in that "
            "occupation, on whatever basis, and belonged to a discipline group on that day. A first level is no "
            "promotion; a level withdrawn by the end of the period does not count. Disciplines are those of the "
            "occupations and do not add up."
        ),
        kind="flow",
        model=LevelRecord,
        where=promoted,
        date="reached_on",
        discipline="occupation__discipline",
        measure=CountDistinct("person"),
        area=AREA,
        function=FUNCTION,
        list="disciplines:level_list",
    ),
)
