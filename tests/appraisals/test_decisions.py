"""From the open batch to the decision and back: moves, pass marks, level records, notices."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from appraisals.answers import Answer, answer_applications
from appraisals.models import Batch, Candidate, Score
from disciplines.models import LevelRecord
from studio.audit.errors import Refused
from studio.audit.flow import flow_of
from studio.audit.models import AuditRow
from studio.notices.models import Notice
from studio.organisation.models import Setting
from tests.appraisals.factories import EXAM, assign, make_batch, make_candidate, make_level, make_score
from tests.factories import make_person

TODAY = timezone.localdate()
DECIDED = date(2021, 5, 28)


def go(record, move, actor, **values):
    record.refresh_from_db()
    return flow_of(record).go(record, move, actor, **values)


def refusal(record, move, actor, **values) -> Refused:
    with pytest.raises(Refused) as caught:
        go(record, move, actor, **values)
    return caught.value


def decide(batch, actor, **values):
    return go(batch, "decide", actor, **{"decided_on": DECIDED, **values})


def told(person):
    return list(Notice.objects.filter(person=person).order_by("pk").values_list("kind", flat=True))


def test_a_batch_from_draft_to_examined(studio, office, lead):
    days = {"closes_on": TODAY, "exam_on": TODAY}
    batch = make_batch(studio, **days)
    assert go(batch, "open", office).state == "open"
    assert "No candidate is accepted" in refusal(batch, "examine", office, examined_on=TODAY).text
    waiting = make_candidate(batch, state="applied")
    assert "not answered" in refusal(batch, "examine", office, examined_on=TODAY).text
    go(waiting, "accept", lead)
    ahead = TODAY + timedelta(days=1)
    assert "lies ahead" in refusal(batch, "examine", office, examined_on=ahead).text
    after = go(batch, "examine", office, examined_on=TODAY)
    assert (after.state, after.examined_on) == ("examined", TODAY)


def test_a_batch_is_not_opened_after_its_deadline(studio, office):
    assert "last day" in refusal(make_batch(studio), "open", office).text


def test_not_examined_after_all(examined, office):
    score = make_score(make_candidate(examined), 70)
    assert "Scores are recorded" in refusal(examined, "not_examined", office, reason="The hall was closed").text
    Score.objects.filter(pk=score.pk).update(theory=None)
    after = go(examined, "not_examined", office, reason="The hall was closed")
    assert (after.state, after.examined_on) == ("open", None)


def test_cancelling_tells_whose_application_stands(open_batch, office):
    accepted, waiting = make_candidate(open_batch), make_candidate(open_batch, state="applied")
    gone = make_candidate(open_batch, state="withdrawn")
    assert "reason" in refusal(open_batch, "cancel", office).text
    assert go(open_batch, "cancel", office, reason="The hall is closed").cancelled_on == TODAY
    assert told(accepted.person) == told(waiting.person) == ["appraisals.cancelled"]
    assert told(gone.person) == []


@pytest.mark.parametrize("role", ["leader", "member", "trainer", "manager", "appraiser"])
def test_who_has_no_right_moves_nothing(open_batch, studio, role, leader):
    actor = leader if role == "leader" else make_person(studio, role)
    candidate = make_candidate(open_batch, state="applied")
    for record, move in ((open_batch, "cancel"), (candidate, "accept"), (candidate, "decline")):
        assert refusal(record, move, actor, reason="No").status == 403


# --- Applications ---------------------------------------------------------------------------------


def test_an_application_is_answered(open_batch, office):
    one, other = make_candidate(open_batch, state="applied"), make_candidate(open_batch, state="applied")
    assert go(one, "accept", office).answered_on == TODAY
    assert "reason" in refusal(other, "decline", office).text
    after = go(other, "decline", office, reason="Papers are missing")
    assert (after.answered_on, after.answer_reason) == (TODAY, "Papers are missing")
    assert (told(one.person), told(other.person)) == (["appraisals.accepted"], ["appraisals.declined"])
    assert go(other, "accept", office).answer_reason == ""


def test_nobody_answers_their_own(open_batch, studio):
    for actor in (make_person(studio, "office"), make_person(studio, "lead"), make_person(is_staff=True)):
        own = make_candidate(open_batch, actor, state="applied")
        assert "own application" in refusal(own, "accept", actor).text
        assert "own application" in refusal(own, "decline", actor, reason="No").text


def test_a_person_withdraws_and_applies_again(open_batch, member, office):
    own = make_candidate(open_batch, member, state="accepted")
    assert refusal(own, "withdraw", make_person(open_batch.studio, "member")).status == 403
    assert "Only the person" in refusal(own, "withdraw", make_person(is_staff=True)).text
    after = go(own, "withdraw", member)
    assert (after.withdrawn_on, after.answered_on) == (TODAY, None)
    assert go(own, "apply_again", member).applied_on == TODAY
    go(own, "withdraw", member)
    Batch.objects.update(closes_on=TODAY - timedelta(days=1))
    assert "ended on" in refusal(own, "apply_again", member).text


def test_after_the_exam_nobody_withdraws_but_may_be_declined(examined, member, office):
    own, new = make_candidate(examined, member), make_candidate(examined, state="declined")
    assert "stays as it is" in refusal(own, "withdraw", member).text
    assert "until the exam" in refusal(new, "accept", office).text
    assert go(own, "decline", office, reason="False papers").state == "declined"


def test_many_answers_at_once_or_none(open_batch, office):
    rows = [make_candidate(open_batch, state="applied") for _number in range(3)]
    own = make_candidate(open_batch, office, state="applied")
    good = [Answer(rows[0].pk, "accept"), Answer(rows[1].pk, "decline", "Papers are missing")]
    with pytest.raises(Refused, match="own application"):
        answer_applications(open_batch, office, [*good, Answer(own.pk, "accept")])
    assert set(Candidate.objects.values_list("state", flat=True)) == {"applied"}
    answer_applications(open_batch, office, good)
    assert list(Candidate.objects.order_by("pk").values_list("state", flat=True)) == [
        "accepted",
        "declined",
        "applied",
        "applied",
    ]
    elsewhere = make_candidate(make_batch(open_batch.studio), state="applied")
    with pytest.raises(Refused, match="no candidate any more"):
        answer_applications(open_batch, office, [Answer(elsewhere.pk, "accept")])


# --- Decision -------------------------------------------------------------------------------------


@pytest.fixture
def technicians(studio, occupation):
    """An examined batch of technicians, who need the review too."""
    return make_batch(studio, occupation, step=5, state="examined")


def test_a_decision_waits_for_every_score(technicians, lead):
    candidate = make_candidate(technicians, make_person(technicians.studio, name_en="Chen Ming"))
    assert "Scores are missing: Chen Ming" in refusal(technicians, "decide", lead).text
    score = make_score(candidate, 70, 70)
    assert "Chen Ming" in refusal(technicians, "decide", lead).text
    Score.objects.filter(pk=score.pk).update(review_absent=True)
    assert decide(technicians, lead).decided_by == lead


def test_declined_and_withdrawn_ones_are_not_waited_for(examined, lead):
    make_score(make_candidate(examined), 70, 70)
    for state in ("declined", "withdrawn"):
        make_candidate(examined, state=state)
    decide(examined, lead)
    assert set(Candidate.objects.exclude(state="accepted").values_list("outcome", flat=True)) == {""}


def test_everybody_gets_an_outcome_and_passing_a_level(technicians, lead, occupation):
    passed, failed, part, away = (make_candidate(technicians) for _number in range(4))
    make_score(passed, 60, "60.00", 60)
    make_score(failed, 95, 95, "59.99")
    make_score(part, 95, 95, review_absent=True)
    make_score(away, theory_absent=True, practical_absent=True, review_absent=True)
    decide(technicians, lead)
    rows = Candidate.objects.order_by("pk")
    assert list(rows.values_list("outcome", flat=True)) == ["passed", "failed", "failed", "absent"]
    level = LevelRecord.objects.get()
    assert (level.person, level.occupation, level.level.step) == (passed.person, occupation, 5)
    assert (level.reached_on, level.basis, level.source) == (DECIDED, "appraisal", "Senior worker appraisal")
    assert level.studio == technicians.studio and rows.first().level_record == level
    kinds = ["appraisals.passed", "appraisals.failed", "appraisals.failed", "appraisals.absent"]
    assert [told(row.person) for row in rows] == [[kind] for kind in kinds]
    assert AuditRow.objects.get(verb="move.decide").actor_id == lead.pk


def test_below_technician_theory_and_practical_decide(examined, lead):
    candidate = make_candidate(examined)
    make_score(candidate, 60, 60)
    decide(examined, lead)
    candidate.refresh_from_db()
    assert candidate.outcome == "passed"
    marks = Score.objects.values_list("theory_mark", "practical_mark", "review_mark").get()
    assert marks == (60, 60, None)


def test_the_pass_marks_are_those_of_the_exam_day_and_stay(examined, studio, lead):
    key = "appraisals.pass_mark.theory"
    Setting.objects.create(key=key, value=90, from_date=date(2021, 1, 1))
    Setting.objects.create(key=key, value=70, studio=studio, from_date=EXAM)
    Setting.objects.create(key=key, value=80, studio=studio, from_date=EXAM + timedelta(days=1))
    enough, short = make_candidate(examined), make_candidate(examined)
    make_score(enough, 70, 60)
    make_score(short, "69.99", 100)
    decide(examined, lead)
    Setting.objects.filter(key=key).update(value=50)
    outcomes = Candidate.objects.order_by("pk").values_list("outcome", flat=True)
    assert list(outcomes) == ["passed", "failed"]
    line = Score.objects.get(candidate=short).lines()[0]
    assert (line.score, line.mark, line.passed) == (Decimal("69.99"), 70, False)


def test_nobody_decides_on_themselves(examined, studio):
    for actor in (make_person(studio, "office"), make_person(studio, "lead"), make_person(is_staff=True)):
        own = make_score(make_candidate(examined, actor), 70, 70)
        assert "You are a candidate" in refusal(examined, "decide", actor, decided_on=DECIDED).text
        own.delete()
        own.candidate.delete()


def test_the_day_of_the_decision(examined, lead):
    make_score(make_candidate(examined), 70, 70)
    early, ahead = EXAM - timedelta(days=1), TODAY + timedelta(days=1)
    assert "decide on that day or later" in refusal(examined, "decide", lead, decided_on=early).text
    assert "lies ahead" in refusal(examined, "decide", lead, decided_on=ahead).text
    assert decide(examined, lead, decided_on=EXAM).decided_on == EXAM


def test_a_level_reached_meanwhile_is_not_written_twice(examined, lead, studio, occupation):
    candidate = make_candidate(examined, make_person(studio, name_en="Chen Ming"))
    make_score(candidate, 70, 70)
    make_level(candidate.person, studio, occupation, 4, date(2021, 5, 20), basis="competition")
    assert "Chen Ming reached this level" in refusal(examined, "decide", lead, decided_on=DECIDED).text
    examined.refresh_from_db()
    candidate.refresh_from_db()
    assert (examined.state, candidate.outcome, LevelRecord.objects.count()) == ("examined", "", 1)


def test_a_long_list_of_missing_scores_is_cut(examined, lead):
    for _number in range(7):
        make_candidate(examined)
    assert refusal(examined, "decide", lead).text.count("Person") == 5


# --- Taking it back -------------------------------------------------------------------------------


@pytest.fixture
def decided(examined, lead):
    make_score(make_candidate(examined), 70, 70)
    make_score(make_candidate(examined), 50, 70)
    return decide(examined, lead)


def test_who_decided_does_not_take_it_back(decided, lead, office):
    assert "somebody else" in refusal(decided, "take_back", lead, reason="Typed wrong").text
    assert "reason" in refusal(decided, "take_back", office).text
    assert go(decided, "take_back", office, reason="Typed wrong").state == "examined"


def test_an_administrator_who_decided_does_not_take_it_back(examined):
    administrator = make_person(is_staff=True)
    make_score(make_candidate(examined), 70, 70)
    decide(examined, administrator)
    assert "somebody else" in refusal(examined, "take_back", administrator, reason="Typed wrong").text


def test_taken_back_levels_stay_to_be_seen(decided, office):
    go(decided, "take_back", office, reason="Typed wrong")
    level = LevelRecord.objects.get()
    assert (level.withdrawn_on, level.withdrawn_reason) == (TODAY, "Typed wrong")
    assert AuditRow.objects.get(verb="level.withdraw").reason == "Typed wrong"
    assert set(Candidate.objects.values_list("outcome", "level_record")) == {("", None)}
    assert set(Score.objects.values_list("theory_mark", "practical_mark")) == {(None, None)}
    for candidate in Candidate.objects.all():
        assert told(candidate.person)[-1] == "appraisals.taken_back"


def test_decided_anew_after_a_correction(decided, office, lead):
    go(decided, "take_back", office, reason="Typed wrong")
    Score.objects.filter(theory=50).update(theory=65)
    decide(decided, lead)
    standing = LevelRecord.objects.standing()
    assert standing.count() == 2 and LevelRecord.objects.count() == 3
    for candidate in Candidate.objects.all():
        assert candidate.outcome == "passed" and candidate.level_record in standing
        assert told(candidate.person)[-1] == "appraisals.passed"


def test_a_decided_batch_is_locked(decided, office):
    assert "decided" in decided.why_locked(office)
    assert all("decided" in row.why_locked(office) for row in decided.candidates.all())
    assert "decided" in assign(decided).why_locked(office)
    assert "nobody is declined" in refusal(decided.candidates.first(), "decline", office, reason="No").text


def test_a_decision_of_many_takes_few_queries_each(examined, lead, django_assert_max_num_queries):
    for _number in range(10):
        make_score(make_candidate(examined), 50, 50)
    with django_assert_max_num_queries(40):
        decide(examined, lead)
