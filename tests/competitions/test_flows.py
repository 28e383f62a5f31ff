"""Moves of competitions and events, changes, judges."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from competitions import actions
from competitions.flows import competition_flow, event_flow
from competitions.models import JudgeAssignment
from studio.audit.errors import Refused
from studio.notices.models import Notice
from tests.competitions.factories import DAY, enter, make_competition, make_event, make_judge, mark
from tests.factories import make_discipline, make_person, make_studio


def test_a_competition_is_held_when_its_events_are(ours, office):
    with pytest.raises(Refused, match="Add its events first"):
        competition_flow.go(ours, "hold", office)
    event = make_event(ours, "open")
    with pytest.raises(Refused, match="Pump overhaul"):
        competition_flow.go(ours, "hold", office)
    with pytest.raises(Refused, match="Nobody is entered"):
        event_flow.go(event, "hold", office)
    enter(event)
    event_flow.go(event, "hold", office, held_on=DAY)
    make_event(ours, "cancelled")
    assert competition_flow.go(ours, "hold", office, held_on=DAY).held_on == DAY


def test_no_day_ahead(ours, office):
    event = make_event(ours, "open")
    enter(event)
    with pytest.raises(Refused, match="lies ahead"):
        event_flow.go(event, "hold", office, held_on=timezone.localdate() + timedelta(days=1))


def test_a_competition_elsewhere_closes_and_reopens(elsewhere, office, leader):
    enter(make_event(elsewhere, "held"))
    held = competition_flow.go(elsewhere, "hold", leader, held_on=DAY)
    closed = competition_flow.go(held, "close", leader)
    assert "closed" in str(closed.why_locked(office))
    with pytest.raises(Refused) as refused:
        competition_flow.go(closed, "reopen", leader, reason="Forgot one")
    assert refused.value.status == 403
    again = competition_flow.go(closed, "reopen", office, reason="Forgot one")
    assert (again.state, again.closed_on) == ("held", None)
    assert competition_flow.go(again, "not_held", office, reason="Wrong year").held_on is None


def test_cancelling_a_competition_cancels_its_events_and_tells(ours, office):
    event = make_event(ours, "open")
    person, judge = enter(event).entrants.get().person, make_judge(event)
    competition_flow.go(ours, "cancel", office, reason="Turnaround")
    event.refresh_from_db()
    assert event.state == "cancelled"
    told = dict(Notice.objects.values_list("person", "params__reason"))
    assert told == {person.pk: "Turnaround", judge.pk: "Turnaround"}


def test_what_took_place_is_not_cancelled(ours, office, held):
    with pytest.raises(Refused, match="took place"):
        competition_flow.go(ours, "cancel", office, reason="No")
    enter(held)
    mark(held.entries.get(), 80)
    with pytest.raises(Refused, match="Take them back"):
        event_flow.go(held, "not_held", office, reason="No")


def test_an_event_opened_by_mistake_goes_back(held, office):
    assert event_flow.go(held, "not_held", office, reason="Typed wrongly").state == "open"


def test_marks_are_locked_at_our_own_events_only(elsewhere, office):
    away = make_event(elsewhere, "held")
    enter(away)
    with pytest.raises(Refused, match="held elsewhere"):
        event_flow.go(away, "lock", office)


def change(event, actor, **values):
    now = {
        name: getattr(event, name)
        for name in ("competition", "title", "title_en", "discipline", "occupation", "form", "planned_on")
    }
    return actions.change_event(event, actor, **{**now, "enter_until": None, "place": "", **values})


def test_people_are_told_of_another_day(ours, office):
    type(ours).objects.filter(pk=ours.pk).update(to_date=date(2021, 5, 20))
    ours.refresh_from_db()
    event = make_event(ours, "open")
    person = enter(event).entrants.get().person
    change(event, office, planned_on=date(2021, 5, 14))
    assert Notice.objects.get(person=person).kind == "competitions.moved"


@pytest.mark.parametrize(
    ("values", "why"),
    [({"planned_on": date(2021, 6, 1)}, "lasts from"), ({"form": "team"}, "entered already")],
    ids=str,
)
def test_an_event_fits_its_competition_and_its_entries(ours, office, values, why):
    event = make_event(ours, "open")
    enter(event)
    with pytest.raises(Refused, match=why):
        change(event, office, **values)


def test_events_have_the_discipline_of_their_competition(at, studio, ours, office):
    data = {
        "competition": ours.pk,
        "title_en": "Fault finding",
        "form": "individual",
        "planned_on": "2021-05-12",
        "discipline": make_discipline().pk,
    }
    response = at(office, "competitions:event_new", data=data)
    assert response.status_code == 409 and "same discipline" in response.content.decode()
    assert at(office, "competitions:event_new", data={**data, "discipline": ours.discipline_id}).status_code == 302


def test_a_competition_with_events_keeps_its_kind(at, ours, office, held):
    data = {
        "title_en": "Contest",
        "kind": "attended",
        "level": "city",
        "organiser": "Union",
        "from_date": "2021-05-12",
        "to_date": "2021-05-12",
        "discipline": ours.discipline_id,
        "version": ours.version,
    }
    response = at(office, "competitions:competition_edit", pk=ours.pk, data=data)
    assert response.status_code == 409 and "events already" in response.content.decode()
    data["kind"] = "organised"
    assert at(office, "competitions:competition_edit", pk=ours.pk, data=data).status_code == 302
    make_event(ours, discipline=None)
    ours.refresh_from_db()
    type(ours).objects.filter(pk=ours.pk).update(discipline=None)
    ours.refresh_from_db()
    response = at(office, "competitions:competition_edit", pk=ours.pk, data={**data, "version": ours.version})
    assert "other disciplines" in response.content.decode()


def test_judges_are_assigned_by_role(at, studio, held, office, leader, elsewhere):
    judge, plain = make_person(studio, "judge"), make_person(studio, "member")
    page = at(leader, "competitions:judge_new", query=f"?event={held.pk}")
    offered = set(page.context["form"].fields["person"].queryset)
    assert judge in offered and plain not in offered
    assert at(leader, "competitions:judge_new", data={"event": held.pk, "person": judge.pk}).status_code == 302
    assert Notice.objects.get(person=judge).kind == "competitions.judge"
    with pytest.raises(Refused, match="role of judge"):
        actions.assign_judge(office, studio, event=held, person=plain)
    with pytest.raises(Refused, match="not ours"):
        actions.assign_judge(office, studio, event=make_event(elsewhere), person=judge)
    competing = make_person(studio, "judge")
    enter(held, competing)
    with pytest.raises(Refused, match="competes"):
        actions.assign_judge(office, studio, event=held, person=competing)
    with pytest.raises(Refused, match="locked"):
        actions.assign_judge(office, studio, event=make_event(held.competition, "locked"), person=judge)


def test_a_judge_is_taken_off_until_marks_are_given(at, held, office, judge):
    row = JudgeAssignment.objects.get()
    assert str(judge) in at(office, "competitions:judge_detail", pk=row.pk).content.decode()
    given = mark(enter(held), 80, judge)
    response = at(office, "competitions:judge_delete", pk=row.pk, data={})
    assert response.status_code == 409 and "given marks" in response.content.decode()
    given.delete()
    response = at(office, "competitions:judge_delete", pk=row.pk, data={})
    assert response.status_code == 302 and f"/events/{held.pk}/" in response.url
    assert not JudgeAssignment.objects.exists()


def test_a_foreign_event_is_not_there(at, office):
    foreign = make_event(make_competition(make_studio()))
    assert at(office, "competitions:event_detail", pk=foreign.pk).status_code == 404
    assert at(office, "competitions:judge_new", data={"event": foreign.pk, "person": office.pk}).status_code == 422
