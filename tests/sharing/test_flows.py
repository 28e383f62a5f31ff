from datetime import date, timedelta

import pytest
from django.utils import timezone

from sharing.choices import AgreementState, EventState
from sharing.flows import agreement_flow, event_flow, resource_flow, use_flow
from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from tests.factories import make_person
from tests.sharing.factories import DAY, make_agreement, make_event, make_resource, make_use

TODAY = timezone.localdate()
AGREEMENT_MOVES = {
    "sign": ({"draft"}, "signed"),
    "close": ({"signed"}, "ended"),
    "end": ({"signed"}, "ended"),
    "unsign": ({"signed"}, "draft"),
    "resume": ({"ended"}, "signed"),
}
EVENT_MOVES = {
    "hold": ({"planned"}, "held"),
    "correct": ({"held"}, "held"),
    "not_held": ({"held"}, "planned"),
    "cancel": ({"planned"}, "cancelled"),
}
HEADS = {"own_heads": 4, "guest_heads": 7}
DATA = {
    "sign": {"signed_on": DAY},
    "end": {"ended_on": DAY},
    "hold": {"held_on": DAY, **HEADS},
    "correct": {"held_on": DAY, **HEADS},
}


def moves_from_its_sources_only(flow, record, state, key, moves, actor):
    sources, target = moves[key]
    if state not in sources:
        with pytest.raises(Refused, match="the state is now"):
            flow.go(record, key, actor, reason="why", **DATA.get(key, {}))
        return
    assert flow.go(record, key, actor, reason="why", **DATA.get(key, {})).state == target
    assert AuditRow.objects.get(verb=f"move.{key}").reason == "why"


@pytest.mark.parametrize("state", AgreementState.values)
@pytest.mark.parametrize("key", AGREEMENT_MOVES)
def test_an_agreement_moves_from_its_sources_only(studio, lead, key, state):
    moves_from_its_sources_only(agreement_flow, make_agreement(studio, state=state), state, key, AGREEMENT_MOVES, lead)


@pytest.mark.parametrize("state", EventState.values)
@pytest.mark.parametrize("key", EVENT_MOVES)
def test_an_event_moves_from_its_sources_only(studio, lead, key, state):
    moves_from_its_sources_only(event_flow, make_event(studio, state=state), state, key, EVENT_MOVES, lead)


def test_each_move_of_an_agreement_sets_and_clears_its_date(studio, lead):
    agreement = agreement_flow.go(make_agreement(studio), "sign", lead, signed_on=DAY)
    assert agreement.signed_on == DAY
    agreement = agreement_flow.go(agreement, "end", lead, reason="Moved away", ended_on=date(2021, 5, 1))
    assert agreement.ended_on == date(2021, 5, 1)
    agreement = agreement_flow.go(agreement, "resume", lead, reason="A mistake")
    assert (agreement.ended_on, agreement.signed_on) == (None, DAY)
    agreement = agreement_flow.go(agreement, "close", lead)
    assert agreement.ended_on == agreement.to_date
    agreement = agreement_flow.go(agreement, "resume", lead, reason="A mistake")
    assert agreement_flow.go(agreement, "unsign", lead, reason="Wrong paper").signed_on is None


def test_a_running_agreement_is_not_closed_but_ended_early(studio, lead):
    running = make_agreement(studio, state="signed", to_date=TODAY)
    endless = make_agreement(studio, state="signed", to_date=None)
    for agreement, why in ((running, "Until then it can be ended early"), (endless, "no last day")):
        with pytest.raises(Refused, match=why):
            agreement_flow.go(agreement, "close", lead)
        assert agreement_flow.go(agreement, "end", lead, reason="Moved away").ended_on == TODAY


@pytest.mark.parametrize(
    ("key", "data", "why"),
    [
        ("sign", {"signed_on": TODAY + timedelta(days=1)}, "lies ahead"),
        ("sign", {"signed_on": date(2022, 1, 1)}, "The term ended on 2021-12-31"),
        ("end", {"ended_on": TODAY + timedelta(days=1)}, "lies ahead"),
        ("end", {"ended_on": date(2020, 12, 31)}, "signed on 2021-01-01 only"),
        ("end", {"ended_on": date(2022, 1, 1)}, "Its last day was 2021-12-31"),
    ],
)
def test_days_of_an_agreement_that_cannot_be(studio, lead, key, data, why):
    agreement = make_agreement(studio, state="draft" if key == "sign" else "signed")
    with pytest.raises(Refused, match=why):
        agreement_flow.go(agreement, key, lead, reason="why", **data)


def test_an_event_is_held_with_people_and_corrected(studio, office, lead):
    event = make_event(studio, output="Talks")
    event = event_flow.go(event, "hold", office, held_on=DAY, own_heads=5, guest_heads=0, output="Minutes")
    assert (event.held_on, event.own_heads, event.guest_heads, event.output) == (DAY, 5, 0, "Minutes")
    event = event_flow.go(event, "correct", office, reason="Counted again", held_on=DAY, own_heads=5, guest_heads=8)
    assert event.guest_heads == 8
    event = event_flow.go(event, "not_held", lead, reason="Other event")
    assert (event.held_on, event.own_heads, event.guest_heads) == (None, None, None)
    assert event_flow.go(event, "cancel", lead, reason="Storm").cancelled_on == TODAY


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ({"held_on": TODAY + timedelta(days=1), **HEADS}, "lies ahead"),
        ({"held_on": DAY, "own_heads": 0, "guest_heads": 0}, "Somebody was there"),
    ],
)
def test_an_event_that_was_not_held(studio, office, data, why):
    with pytest.raises(Refused, match=why):
        event_flow.go(make_event(studio), "hold", office, **data)


def test_a_resource_is_retired_after_its_last_use(studio, lead):
    resource = make_resource(studio)
    make_use(resource)
    make_use(resource, used_on=date(2021, 8, 1), state="withdrawn")
    for day, why in (
        (date(2021, 3, 9), "still used on 2021-03-10"),
        (date(2019, 1, 1), "on offer since 2020-01-01 only"),
        (TODAY + timedelta(days=1), "lies ahead"),
    ):
        with pytest.raises(Refused, match=why):
            resource_flow.go(resource, "retire", lead, reason="Worn", retired_on=day)
    resource = resource_flow.go(resource, "retire", lead, reason="Worn", retired_on=DAY)
    assert (resource.state, resource.retired_on) == ("retired", DAY)
    assert resource_flow.go(resource, "resume", lead, reason="Repaired").retired_on is None


def test_a_use_is_withdrawn_by_whoever_may_edit_it(resource, office, member, leader):
    own, other = make_use(resource, person=member), make_use(resource)
    assert use_flow.go(own, "withdraw", member, reason="Twice").withdrawn_on == TODAY
    with pytest.raises(Refused) as refused:
        use_flow.go(other, "withdraw", member, reason="Twice")
    assert refused.value.status == 403
    assert use_flow.go(other, "withdraw", leader, reason="Twice").state == "withdrawn"


ALLOWED = {
    "sign": {"lead", "office", "leader"},
    "end": {"lead"},
    "hold": {"lead", "office", "leader"},
    "cancel": {"lead"},
    "retire": {"lead"},
}


@pytest.mark.parametrize("role", ["lead", "office", "leader", "member", "trainer", "manager", "assessor", "nobody"])
@pytest.mark.parametrize("key", ALLOWED)
def test_who_may_move(studio, discipline, leader, key, role):
    flow, record = {
        "sign": lambda: (agreement_flow, make_agreement(studio, discipline=discipline)),
        "end": lambda: (agreement_flow, make_agreement(studio, "signed", discipline=discipline)),
        "hold": lambda: (event_flow, make_event(studio, discipline=discipline)),
        "cancel": lambda: (event_flow, make_event(studio, discipline=discipline)),
        "retire": lambda: (resource_flow, make_resource(studio, discipline=discipline)),
    }[key]()
    actors = {"leader": lambda: leader, "nobody": lambda: make_person()}
    actor = actors.get(role, lambda: make_person(studio, role))()
    if role in ALLOWED[key]:
        assert flow.go(record, key, actor, reason="why", **DATA.get(key, {}))
        return
    with pytest.raises(Refused) as refused:
        flow.go(record, key, actor, reason="why", **DATA.get(key, {}))
    assert refused.value.status == 403


def test_a_group_leader_moves_the_own_groups_things_only(studio, leader):
    with pytest.raises(Refused) as refused:
        event_flow.go(make_event(studio), "hold", leader, **DATA["hold"])
    assert refused.value.status == 403


def test_locks_follow_the_state(studio, resource, office):
    locked = [state for state in AgreementState if make_agreement(studio, state).why_locked(office)]
    assert locked == ["signed", "ended"]
    assert [state for state in EventState if make_event(studio, state).why_locked(office)] == ["cancelled"]
    assert make_resource(studio, state="retired").why_locked(office) and not resource.why_locked(office)
    assert make_use(resource, state="withdrawn").why_locked(office) and not make_use(resource).why_locked(office)
