"""Marks of our own events: who gives them, the sheet, the ranks, corrections."""

from decimal import Decimal

import pytest

from competitions.flows import correction_flow, event_flow
from competitions.marking import Score, propose_correction, record_marks
from competitions.models import Correction, Mark
from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.notices.models import Notice
from studio.organisation.models import Company, Unit
from studio.organisation.records import StaleRecord
from tests.competitions.factories import enter, make_event, make_judge, mark
from tests.factories import make_person


def give(event, judge, *scores, **values):
    event.refresh_from_db()
    return record_marks(event, judge, scores, **{"version": event.version, **values})


def unit_of(studio):
    return Unit.objects.create(company=Company.objects.get(pk=studio.company_id), name_en="Workshop")


def test_a_sheet_in_one_go(held, judge):
    first, second, away = (enter(held) for _number in range(3))
    give(held, judge, Score(first.pk, Decimal("88.25")), Score(second.pk, Decimal(70)), Score(away.pk, absent=True))
    assert dict(Mark.objects.values_list("entry", "score")) == {first.pk: Decimal("88.25"), second.pk: Decimal(70)}
    away.refresh_from_db()
    assert away.absent
    give(held, judge, Score(away.pk, Decimal(60)), Score(second.pk))
    away.refresh_from_db()
    assert not away.absent and set(Mark.objects.values_list("entry", flat=True)) == {first.pk, away.pk}


def test_the_audit_log_names_entries_and_no_scores(held, judge):
    entry = enter(held)
    give(held, judge, Score(entry.pk, Decimal("88.25")))
    row = AuditRow.objects.get(verb="record_marks")
    assert row.facts == {"entries": [entry.pk]} and row.reason == ""


def test_only_assigned_judges_give_marks(held, studio, office, leader):
    entry = enter(held)
    administrator = make_person(studio, is_staff=True)
    for actor in (office, leader, administrator, make_person(studio, "judge"), make_person(studio, "lead")):
        with pytest.raises(Refused) as refused:
            give(held, actor, Score(entry.pk, Decimal(80)))
        assert refused.value.status == 403


def test_an_administrator_with_role_and_assignment_gives_marks(held):
    give(held, make_judge(held, is_staff=True), Score(enter(held).pk, Decimal(80)))
    assert Mark.objects.exists()


def test_a_judge_whose_role_ended_gives_no_marks(held, judge):
    judge.memberships.update(to_date="2020-01-01")
    with pytest.raises(Refused):
        give(held, type(judge).objects.get(pk=judge.pk), Score(enter(held).pk, Decimal(80)))


def test_nobody_marks_their_own_unit_and_the_refusal_names_the_people(held, studio):
    unit = unit_of(studio)
    judge = make_judge(held, unit=unit)
    mate, other = make_person(studio, unit=unit, name_en="Wang Wu"), make_person(studio)
    own, others = enter(held, mate), enter(held, other)
    with pytest.raises(Refused, match="Wang Wu") as refused:
        give(held, judge, Score(own.pk, Decimal(99)), Score(others.pk, Decimal(80)))
    assert refused.value.status == 403 and not Mark.objects.exists()
    give(held, judge, Score(others.pk, Decimal(80)))
    team = enter(held, make_person(studio), make_person(studio, unit=unit, name_en="Wang Wu"), team="Pumps")
    with pytest.raises(Refused, match="Wang Wu"):
        give(held, judge, Score(team.pk, Decimal(99)))


def test_nobody_marks_themselves(held, judge):
    own = enter(held, judge)  # however it came about
    with pytest.raises(Refused, match="compete here yourself"):
        give(held, judge, Score(own.pk, Decimal(99)))


def test_judges_without_a_unit_mark_people_without_one(held, judge):
    give(held, judge, Score(enter(held).pk, Decimal(80)))
    assert Mark.objects.exists()


def test_the_sheet_belongs_to_held_events_of_our_own(ours, elsewhere, judge, held):
    for event, why in (
        (make_event(ours, "open"), "once the event is held"),
        (make_event(ours, "locked"), "locked"),
        (make_event(elsewhere, "held"), "held elsewhere"),
    ):
        event.judges.create(studio=event.studio, person=judge)
        with pytest.raises(Refused, match=why):
            give(event, judge)


def test_scores_out_of_range_and_foreign_entries(held, judge, ours):
    entry, foreign = enter(held), enter(make_event(ours, "held"))
    for score in (Decimal("100.01"), Decimal(-1)):
        with pytest.raises(Refused, match="0 to 100"):
            give(held, judge, Score(entry.pk, score))
    with pytest.raises(Refused, match="withdrawn"):
        give(held, judge, Score(foreign.pk, Decimal(80)))


def test_two_sheets_at_once(held, judge):
    entry, version = enter(held), held.version
    give(held, judge, Score(entry.pk, Decimal(80)))
    with pytest.raises(StaleRecord):
        give(held, judge, Score(entry.pk, Decimal(90)), version=version)


def test_a_judge_fills_in_the_sheet_in_the_browser(at, held, studio):
    unit = unit_of(studio)
    judge = make_judge(held, unit=unit)
    entry, own = enter(held), enter(held, make_person(studio, unit=unit, name_en="Wang Wu"))
    page = at(judge, "competitions:event_scores", pk=held.pk)
    assert "Of your own unit: Wang Wu" in page.content.decode()
    data = {"version": held.version, f"line-{entry.pk}-score": "91.5", f"line-{own.pk}-score": "99"}
    assert at(judge, "competitions:event_scores", pk=held.pk, data=data).status_code == 302
    assert dict(Mark.objects.values_list("entry", "score")) == {entry.pk: Decimal("91.5")}
    response = at(judge, "competitions:event_scores", pk=held.pk, data={**data, f"line-{entry.pk}-score": "20"})
    assert response.status_code == 409 and "Saved by somebody else: 91.50" in response.content.decode()


@pytest.mark.parametrize("line", [{"score": "101"}, {"score": "abc"}, {"score": "50", "absent": "on"}], ids=str)
def test_a_bad_line_is_marked_and_nothing_is_written(at, held, judge, line):
    entry = enter(held)
    data = {"version": held.version, **{f"line-{entry.pk}-{name}": value for name, value in line.items()}}
    response = at(judge, "competitions:event_scores", pk=held.pk, data=data)
    assert response.status_code == 422 and response.context["form"].lines[0].errors["score"]
    assert not Mark.objects.exists()


def test_a_sheet_costs_the_same_queries_for_1_and_30_entries(at, held, judge, django_assert_max_num_queries):
    for _number in range(30):
        enter(held)
    at(judge, "competitions:event_scores", pk=held.pk)  # signs in
    with django_assert_max_num_queries(14):
        assert at(judge, "competitions:event_scores", pk=held.pk).status_code == 200


def lock(event, actor):
    return event_flow.go(event, "lock", actor)


@pytest.mark.parametrize(
    ("scores", "ranks"),
    [
        ((90, 80, 80, 70), [1, 2, 2, 4]),
        ((80, 80, 80), [1, 1, 1]),
        (("80.01", "80.00", "79.99"), [1, 2, 3]),
        ((60,), [1]),
    ],
    ids=str,
)
def test_equal_scores_share_a_rank_and_the_next_are_left_out(held, judge, office, scores, ranks):
    for score in scores:
        mark(enter(held), Decimal(score), judge)
    lock(held, office)
    assert list(Mark.objects.order_by("-score").values_list("rank", flat=True)) == ranks


def test_the_lock_waits_for_every_entry(held, judge, office):
    with pytest.raises(Refused, match="Everybody was absent"):
        lock(held, office)
    mark(enter(held), 80, judge)
    missing = enter(held)
    with pytest.raises(Refused, match="1 entry has no mark yet"):
        lock(held, office)
    enter(held)
    with pytest.raises(Refused, match="2 entries have no mark yet"):
        lock(held, office)
    held.entries.filter(mark=None).update(absent=True)
    assert lock(held, office).state == "locked"
    missing.refresh_from_db()
    assert missing.absent


def test_who_locks(held, judge, studio, leader):
    mark(enter(held), 80, judge)
    for actor in (judge, leader, make_person(studio, "manager"), make_person(studio, "member")):
        with pytest.raises(Refused) as refused:
            lock(held, actor)
        assert refused.value.status == 403
    assert lock(held, make_person(studio, "lead")).locked_on


@pytest.fixture
def locked(held, judge, office):
    """A locked event with the scores 90, 80 and 70."""
    for score in (90, 80, 70):
        mark(enter(held), score, judge)
    return lock(held, office)


def ranks(event):
    return dict(Mark.objects.filter(entry__event=event).order_by("rank").values_list("rank", "score"))


def test_a_change_after_the_lock_takes_a_reason_and_a_second_person(locked, judge, studio, office):
    entry = locked.entries.get(mark__score=70)
    asked = propose_correction(entry, judge, new_score=Decimal(85), reason="Read from the wrong line")
    assert ranks(locked)[3] == 70
    with pytest.raises(Refused, match="waiting already"):
        propose_correction(entry, judge, new_score=Decimal(86), reason="Again")
    done = correction_flow.go(asked, "accept", office)
    assert (done.decided_by, done.state) == (office, "accepted")
    assert ranks(locked) == {1: 90, 2: 85, 3: 80}
    assert Notice.objects.filter(person=judge, kind="competitions.correction.accepted").exists()


def test_a_rejected_correction_changes_nothing(locked, judge, office):
    entry = locked.entries.get(mark__score=70)
    asked = propose_correction(entry, judge, new_score=Decimal(85), reason="Perhaps")
    with pytest.raises(Refused, match="reason"):
        correction_flow.go(asked, "reject", office)
    correction_flow.go(asked, "reject", office, reason="The paper says 70")
    assert ranks(locked)[3] == 70 and Correction.objects.get().state == "rejected"


def test_who_marked_or_asked_or_competes_does_not_decide(locked, studio, judge):
    lead_and_judge = make_judge(locked)
    lead_and_judge.memberships.create(studio=studio, role="lead", from_date="2015-01-01")
    entry = locked.entries.get(mark__score=70)
    asked = propose_correction(entry, lead_and_judge, new_score=Decimal(85), reason="Read wrongly")
    for offer in correction_flow.offers(asked, lead_and_judge):
        assert "somebody else decides" in str(offer.refusal)
    judge.memberships.create(studio=studio, role="office", from_date="2015-01-01")
    with pytest.raises(Refused, match="somebody else decides"):
        correction_flow.go(asked, "accept", type(judge).objects.get(pk=judge.pk))
    entrant = entry.entrants.get().person
    entrant.memberships.create(studio=studio, role="lead", from_date="2015-01-01")
    with pytest.raises(Refused, match="your own mark"):
        correction_flow.go(asked, "accept", entrant)


def test_absent_after_all_and_there_after_all(locked, judge, office):
    entry = locked.entries.get(mark__score=90)
    asked = propose_correction(entry, judge, new_score=None, reason="Somebody else's paper")
    correction_flow.go(asked, "accept", office)
    entry.refresh_from_db()
    assert entry.absent and ranks(locked) == {1: 80, 2: 70}
    asked = propose_correction(entry, judge, new_score=Decimal(75), reason="Found the paper")
    correction_flow.go(asked, "accept", office)
    assert ranks(locked) == {1: 80, 2: 75, 3: 70}


def test_what_is_no_correction(locked, judge, office, held, ours, studio):
    entry = locked.entries.get(mark__score=90)
    with pytest.raises(Refused, match="already"):
        propose_correction(entry, judge, new_score=Decimal("90.00"), reason="Same")
    with pytest.raises(Refused):
        propose_correction(entry, office, new_score=Decimal(91), reason="No judge")
    other = make_event(ours, "held")
    other.judges.create(studio=studio, person=judge)
    with pytest.raises(Refused, match="score sheet"):
        propose_correction(enter(other), judge, new_score=Decimal(91), reason="Not locked")


def test_a_judge_asks_in_the_browser(at, locked, judge, office):
    entry = locked.entries.get(mark__score=90)
    assert "/correct/" in at(judge, "competitions:entry_detail", pk=entry.pk).content.decode()
    for data in ({"new_score": "", "reason": "x"}, {"new_score": "91", "absent": "on", "reason": "x"}):
        assert at(judge, "competitions:entry_correct", pk=entry.pk, data=data).status_code == 422
    data = {"new_score": "91", "reason": "Read wrongly"}
    assert at(judge, "competitions:entry_correct", pk=entry.pk, data=data).status_code == 302
    asked = Correction.objects.get()
    page = at(office, "competitions:correction_detail", pk=asked.pk).content.decode()
    assert "/move/accept/" in page and "Read wrongly" in page
    assert at(office, "competitions:entry_correct", pk=entry.pk).status_code == 403
