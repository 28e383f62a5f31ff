"""Entering the scores of a batch, line by line, in one go."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from appraisals.actions import lock
from appraisals.choices import BatchState, Test
from appraisals.conflicts import why_not_score, why_not_score_batch
from appraisals.models import Batch, Candidate, Score
from appraisals.models.score import HIGHEST
from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.audit.rights import require
from studio.organisation.records import StaleRecord

FIELDS = [name for test in Test.values for name in (test, f"{test}_absent")]


@dataclass(frozen=True)
class Entry:
    """What the sheet says of one candidate: scores by test, and the tests they were absent from."""

    candidate: int
    scores: dict[str, Decimal | None] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()


@transaction.atomic
def record_scores(batch: Batch, actor, entries: Iterable[Entry], *, version: int) -> Batch:
    """Write the sheet of an examined batch; ``version`` is the batch's when the sheet was opened."""
    locked = lock(batch)
    if why := why_not_score_batch(actor, locked):
        raise Refused(why, 403)
    require(actor, "appraisal_scores.edit", locked)
    if locked.state != BatchState.EXAMINED:
        raise Refused(
            _("Scores are entered between the exam day and the decision; now the batch is “%(state)s”.")
            % {"state": locked.get_state_display()}
        )
    if locked.version != version:
        raise StaleRecord(str(locked))
    rows = {row.pk: row for row in rows_of(locked)}
    changed = [score for entry in entries if (score := _applied(rows, entry, locked, actor))]
    _write(locked, actor, changed)
    return locked


def rows_of(batch: Batch, *, locked=False) -> list[Candidate]:
    """The accepted candidates with their scores and units, in the order of the sheet."""
    rows = batch.candidates.accepted().select_related("person__unit__parent", "score")
    rows = rows.order_by("person__sort_key", "pk")
    rows = list(rows.select_for_update(of=("self",)) if locked else rows)
    prefetch_related_objects([batch], "appraisers")  # asked of every row
    for row in rows:
        row.batch, row.studio = batch, batch.studio
    return rows


def score_of(candidate: Candidate) -> Score:
    """The candidate's scores, or an empty row that was not saved yet."""
    known = getattr(candidate, "score", None)
    return known or Score(studio_id=candidate.studio_id, candidate=candidate)


def _applied(rows: dict[int, Candidate], entry: Entry, batch: Batch, actor) -> Score | None:
    """The scores with the entry's values when they differ from what they hold."""
    candidate = rows.get(entry.candidate)
    if candidate is None:
        raise Refused(_("The sheet names somebody who is no candidate any more. Open it again."))
    score, before = score_of(candidate), {}
    for test in batch.tests:
        value, absent = entry.scores.get(test), test in entry.absent
        _refuse_unless_possible(candidate, value, absent)
        before |= {test: getattr(score, test), f"{test}_absent": getattr(score, f"{test}_absent")}
        setattr(score, test, value)
        setattr(score, f"{test}_absent", absent)
    if all(getattr(score, name) == value for name, value in before.items()):
        return None
    if why := why_not_score(actor, candidate):
        raise Refused(why, 403)
    return score


def _refuse_unless_possible(candidate: Candidate, value: Decimal | None, absent: bool) -> None:
    if value is not None and not 0 <= value <= HIGHEST:
        raise Refused(_("%(person)s: scores run from 0 to 100.") % {"person": candidate.person})
    if value is not None and absent:
        raise Refused(_("%(person)s: who was absent has no score.") % {"person": candidate.person})


def _write(batch: Batch, actor, scores: list[Score]) -> None:
    new = [score for score in scores if score.pk is None]
    known = [score for score in scores if score.pk is not None]
    for score in known:
        score.version += 1
    if new:
        bulk_create_with_history(new, Score, default_user=actor)
    if known:
        bulk_update_with_history(known, Score, [*FIELDS, "version"], default_user=actor)
    batch.save()  # the sheet's version: who had it open meanwhile is told
    audit(actor, "record_scores", batch, candidates=[score.candidate_id for score in scores])
