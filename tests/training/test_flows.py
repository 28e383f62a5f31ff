from datetime import date, timedelta

import pytest
from django.utils import timezone

from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.notices.models import Notice
from tests.factories import make_person
from tests.training.factories import attend, make_plan_line, make_session
from training.flows import plan_line_flow, session_flow

TODAY = timezone.localdate()
SESSION_MOVES = {
    "open": ({"planned"}, "open"),
    "hold": ({"open"}, "held"),
    "close": ({"held"}, "closed"),
    "not_held": ({"held"}, "open"),
    "reopen": ({"closed"}, "held"),
    "cancel": ({"planned", "open"}, "cancelled"),
}
STATES = ("planned", "open", "held", "closed", "cancelled")


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("key", SESSION_MOVES)
def test_a_session_moves_from_its_sources_only(course, office, key, state):
    sources, target = SESSION_MOVES[key]
    session = make_session(course, state=state)
    if key == "close":
        attend(session, status="present")
    if state not in sources:
        with pytest.raises(Refused, match="the state is now"):
            session_flow.go(session, key, office, reason="why")
        return
    moved = session_flow.go(session, key, office, reason="why")
    assert moved.state == target
    assert AuditRow.objects.get(verb=f"move.{key}").reason == "why"


def test_each_move_sets_and_clears_its_date(course, office):
    session = make_session(course)
    session = session_flow.go(session, "open", office)
    session = session_flow.go(session, "hold", office, held_on=date(2021, 3, 11))
    assert session.held_on == date(2021, 3, 11)
    session = session_flow.go(session, "not_held", office, reason="Wrong session")
    assert session.held_on is None
    session = session_flow.go(session, "hold", office)
    assert session.held_on == TODAY
    attend(session, status="present")
    session = session_flow.go(session, "close", office)
    assert session.closed_on == TODAY
    session = session_flow.go(session, "reopen", office, reason="A score was wrong")
    assert (session.held_on, session.closed_on) == (TODAY, None)


def test_nothing_is_held_on_a_day_ahead(course, office):
    with pytest.raises(Refused, match="lies ahead"):
        session_flow.go(make_session(course, state="open"), "hold", office, held_on=TODAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("statuses", "reason"),
    [([], "Nobody is recorded"), (["present", "enrolled"], "no entry yet"), (["absent"], "Nobody is recorded")],
)
def test_a_session_closes_when_everybody_has_an_entry(course, office, statuses, reason):
    session = make_session(course, state="held")
    for status in statuses:
        attend(session, status=status)
    with pytest.raises(Refused, match=reason):
        session_flow.go(session, "close", office)
    (close,) = [offer for offer in session_flow.offers(session, office) if offer.move.key == "close"]
    assert reason in str(close.refusal)


def test_a_session_with_people_present_was_held(course, office):
    session = make_session(course, state="held")
    attend(session, status="present")
    with pytest.raises(Refused, match="recorded as present"):
        session_flow.go(session, "not_held", office, reason="No")


@pytest.mark.parametrize("key", ["cancel", "not_held", "reopen"])
def test_reasons_are_asked_for(course, office, key):
    session = make_session(course, state=min(SESSION_MOVES[key][0]))
    with pytest.raises(Refused, match="Give a reason"):
        session_flow.go(session, key, office)


def test_who_is_enrolled_hears_of_a_cancelled_session_once(course, office):
    session = make_session(course, state="open")
    row, away = attend(session), attend(session, status="excused")
    cancelled = session_flow.go(session, "cancel", office, reason="The pump is needed")
    assert cancelled.cancelled_on == TODAY
    told = {notice.person: notice for notice in Notice.objects.all()}
    assert set(told) == {row.person, session.trainer} and away.person not in told
    assert "Laser alignment" in told[row.person].text and "The pump is needed" in told[row.person].text
    assert told[row.person].url == session.get_absolute_url()


ALLOWED = {
    "open": {"office", "lead", "leader", "trainer"},
    "hold": {"office", "lead", "leader", "trainer"},
    "cancel": {"office", "lead", "leader"},
}


@pytest.mark.parametrize("role", ["office", "lead", "leader", "trainer", "stranger", "member", "manager", "nobody"])
@pytest.mark.parametrize("key", ALLOWED)
def test_who_may_move_a_session(request, course, studio, leader, key, role):
    session = make_session(course, state=max(SESSION_MOVES[key][0]))
    actor = {
        "leader": lambda: leader,
        "trainer": lambda: session.trainer,
        "stranger": lambda: make_person(studio, "trainer"),
        "nobody": lambda: make_person(),
    }.get(role, lambda: make_person(studio, role))()
    if role in ALLOWED[key]:
        assert session_flow.go(session, key, actor, reason="why")
        return
    with pytest.raises(Refused) as refused:
        session_flow.go(session, key, actor, reason="why")
    assert refused.value.status == 403


def test_a_plan_line_is_approved_and_withdrawn(studio, office):
    line = plan_line_flow.go(make_plan_line(studio), "approve", office, approved_on=date(2021, 1, 20))
    assert (line.state, line.approved_on) == ("approved", date(2021, 1, 20))
    line = plan_line_flow.go(line, "withdraw", office, reason="Money is short")
    assert (line.state, line.withdrawn_on) == ("withdrawn", TODAY)
    with pytest.raises(Refused):
        plan_line_flow.go(line, "approve", office)


def test_a_plan_is_not_approved_ahead(studio, office):
    with pytest.raises(Refused, match="lies ahead"):
        plan_line_flow.go(make_plan_line(studio), "approve", office, approved_on=TODAY + timedelta(days=1))


def test_a_group_leader_approves_the_own_groups_plan_only(studio, discipline, leader):
    assert plan_line_flow.go(make_plan_line(studio, discipline=discipline), "approve", leader)
    with pytest.raises(Refused) as refused:
        plan_line_flow.go(make_plan_line(studio), "approve", leader)
    assert refused.value.status == 403


def test_locks_follow_the_state(studio, course, office):
    assert make_plan_line(studio).why_locked(office) is None
    assert make_plan_line(studio, state="approved").why_locked(office)
    locked = {state: bool(make_session(course, state=state).why_locked(office)) for state in STATES}
    assert [state for state in STATES if locked[state]] == ["closed", "cancelled"]
