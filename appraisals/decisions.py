"""What the moves of batches and candidates check, fill in and bring about."""

from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.utils import bulk_update_with_history

from appraisals.actions import already_holding, tell_accepted, why_not_apply
from appraisals.choices import BatchState, CandidateState, Outcome, Test
from appraisals.models import Candidate, Score
from appraisals.notices import tell
from appraisals.scores import rows_of
from disciplines.actions import withdraw_level
from disciplines.choices import LevelBasis
from disciplines.models import LevelRecord
from studio.audit.errors import Refused
from studio.core.fields import NAME_LENGTH
from studio.core.text import listed
from studio.organisation.models import Setting

USUAL_PASS_MARK = Decimal(60)
MARKS = [f"{test}_mark" for test in Test.values]
NAMED = 5


def pass_marks(batch, day) -> dict[str, Decimal]:
    """The least score that passes each test, as it holds on ``day``."""
    return {
        test: Setting.objects.value(f"appraisals.pass_mark.{test}", batch.studio, day, USUAL_PASS_MARK)
        for test in Test.values
    }


# --- Batches --------------------------------------------------------------------------------------


def why_not_open(batch, actor):
    if batch.closes_on < timezone.localdate():
        return _("The last day for applications lies behind. Set a later one first.")
    return None


def why_not_examined(batch, actor):
    if batch.candidates.filter(state=CandidateState.APPLIED).exists():
        return _("Some applications are not answered yet. Answer them first.")
    if not batch.candidates.accepted().exists():
        return _("No candidate is accepted. Accept somebody, or cancel the batch with a reason.")
    return None


def examine(batch, actor, reason, examined_on=None):
    batch.examined_on = _not_ahead(examined_on)


def why_examined(batch, actor):
    if Score.objects.filter(candidate__batch=batch).recorded().exists():
        return _("Scores are recorded. Take them back on the score sheet first.")
    return None


def not_examined(batch, actor, reason):
    batch.examined_on = None


def why_not_decide(batch, actor):
    """Nobody decides on themselves, and every accepted candidate has all scores or is absent."""
    if batch.candidates.accepted().filter(person=actor).exists():
        return _("You are a candidate of this batch; somebody else decides it.")
    missing = [str(row.person) for row in batch.candidates.without_scores().select_related("person")[: NAMED + 1]]
    if missing:
        return _("Scores are missing: %(people)s. Enter them, or mark the tests as absent.") % {
            "people": listed([*missing[:NAMED], *(["…"] if len(missing) > NAMED else [])])
        }
    return None


def decide(batch, actor, reason, decided_on=None):
    batch.decided_on, batch.decided_by = _not_ahead(decided_on), actor
    if batch.decided_on < batch.examined_on:
        raise Refused(_("The exam was on %(day)s; decide on that day or later.") % {"day": batch.examined_on})


def write_decisions(batch, actor, reason, decided_on=None):
    """Judge each accepted candidate by the marks of the exam day; who passed gets the level, once."""
    rows, marks = rows_of(batch, locked=True), pass_marks(batch, batch.examined_on)
    for row in rows:
        row.score.candidate = row
        row.outcome = row.score.decide(marks)
    passed = [row for row in rows if row.outcome == Outcome.PASSED]
    _refuse_held_already(batch, passed)
    for row in passed:
        row.level_record = LevelRecord.objects.create(
            studio=batch.studio,
            person=row.person,
            occupation=batch.occupation,
            level=batch.level,
            reached_on=batch.decided_on,
            basis=LevelBasis.APPRAISAL,
            source=_source(batch),
        )
    _save(rows, actor)
    for row in rows:
        tell(row.person, row.outcome, batch, row)


def why_not_take_back(batch, actor):
    if batch.decided_by_id == actor.pk:
        return _("You decided this batch; somebody else takes the decision back.")
    return None


def take_back(batch, actor, reason):
    batch.decided_on = batch.decided_by = None


def withdraw_decisions(batch, actor, reason):
    """Levels written by the decision stay to be seen as withdrawn; scores may then be corrected and decided anew."""
    rows = rows_of(batch, locked=True)
    for row in rows:
        if row.level_record:
            withdraw_level(row.level_record, actor, reason)
        row.outcome, row.level_record = "", None
        row.score.forget_marks()
    _save(rows, actor)
    tell_accepted(batch, "taken_back", reason=reason)


def cancel(batch, actor, reason):
    batch.cancelled_on = timezone.localdate()


def tell_of_cancelling(batch, actor, reason):
    """Tell everybody whose application still stands."""
    for row in batch.candidates.filter(state__in=(CandidateState.APPLIED, CandidateState.ACCEPTED)):
        tell(row.person, "cancelled", batch, row, reason=reason)


# --- Candidates -----------------------------------------------------------------------------------


def why_not_answer(candidate, actor):
    """Nobody answers their own application, administrators included."""
    if candidate.is_own(actor):
        return _("This is your own application; somebody else answers it.")
    return None


def why_not_accept(candidate, actor):
    if candidate.batch.state != BatchState.OPEN:
        return _("Candidates are accepted until the exam day.")
    return why_not_answer(candidate, actor)


def accept(candidate, actor, reason):
    candidate.answered_on, candidate.answer_reason = timezone.localdate(), ""


def tell_accepted_one(candidate, actor, reason):
    tell(candidate.person, "accepted", candidate.batch, candidate)


def why_not_decline(candidate, actor):
    if candidate.batch.state not in (BatchState.OPEN, BatchState.EXAMINED):
        return _("The batch is decided or cancelled; nobody is declined any more.")
    return why_not_answer(candidate, actor)


def decline(candidate, actor, reason):
    candidate.answered_on, candidate.answer_reason = timezone.localdate(), reason


def tell_declined(candidate, actor, reason):
    tell(candidate.person, "declined", candidate.batch, candidate, reason=reason)


def why_not_withdraw(candidate, actor):
    if not candidate.is_own(actor):
        return _("Only the person withdraws; the office declines with a reason.")
    if candidate.batch.state != BatchState.OPEN:
        return _("The exam lies behind or the batch is cancelled; the application stays as it is.")
    return None


def withdraw(candidate, actor, reason):
    candidate.withdrawn_on, candidate.answered_on = timezone.localdate(), None


def why_not_apply_again(candidate, actor):
    if not candidate.is_own(actor):
        return _("Only the person applies again.")
    return why_not_apply(candidate.batch)


def apply_again(candidate, actor, reason):
    candidate.withdrawn_on, candidate.applied_on = None, timezone.localdate()


# --- Shared ---------------------------------------------------------------------------------------


def _not_ahead(day):
    today = timezone.localdate()
    if day and day > today:
        raise Refused(_("This day lies ahead. Give today or a day before."))
    return day or today


def _source(batch) -> str:
    """The batch by both titles where they fit."""
    titles = [title for title in (batch.title, batch.title_en) if title]
    both = " / ".join(titles)
    return both if len(both) <= NAME_LENGTH else titles[0]


def _refuse_held_already(batch, rows) -> None:
    held = already_holding(batch, [row.person for row in rows]).select_related("person")
    people = list(dict.fromkeys(level.person for level in held))
    if people:
        raise Refused(
            _("%(people)s reached this level or a higher one meanwhile. Decline them with a reason, then decide.")
            % {"people": listed(people)}
        )


def _save(rows, actor) -> None:
    scores = [row.score for row in rows]
    for record in (*rows, *scores):
        record.version += 1
    bulk_update_with_history(rows, Candidate, ["outcome", "level_record", "version"], default_user=actor)
    bulk_update_with_history(scores, Score, [*MARKS, "version"], default_user=actor)
