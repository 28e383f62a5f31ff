"""Results told by organisers elsewhere, and awards of our own events."""

from datetime import date
from decimal import Decimal

import pytest

from competitions import awards
from competitions.flows import competition_flow, correction_flow, event_flow
from competitions.marking import propose_correction
from competitions.models import Entry, Result
from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.notices.models import Notice
from studio.organisation.records import StaleRecord
from tests.competitions.factories import DAY, enter, make_event, mark
from tests.factories import make_person


@pytest.fixture
def away(elsewhere):
    """An event held elsewhere."""
    return make_event(elsewhere, "held")


def fill(event, lines, **values):
    data = {"version": event.version, **values}
    for entry, typed in lines.items():
        data |= {f"line-{entry.pk}-{name}": value for name, value in typed.items()}
    return data


def test_the_result_sheet_writes_what_is_known(at, leader, away):
    winner, nobody, sick, unknown = (enter(away) for _number in range(4))
    lines = {
        winner: {"score": "91.5", "rank": "1", "award": "first", "expert_level": "provincial"},
        nobody: {"rank": "17"},
        sick: {"absent": "on"},
    }
    assert at(leader, "competitions:event_results", pk=away.pk, data=fill(away, lines)).status_code == 302
    found = {one.entry: (one.score, one.rank, one.award, one.awarded_on) for one in Result.objects.all()}
    assert found == {winner: (Decimal("91.50"), 1, "first", DAY), nobody: (None, 17, "", None)}
    assert Entry.objects.get(absent=True) == sick and not hasattr(unknown, "result")
    away.refresh_from_db()
    again = {winner: {"rank": "1"}, sick: {"rank": "30"}}
    assert at(leader, "competitions:event_results", pk=away.pk, data=fill(away, again)).status_code == 302
    assert dict(Result.objects.values_list("entry", "rank")) == {winner.pk: 1, sick.pk: 30}
    assert not Entry.objects.filter(absent=True).exists()


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({"score": "101"}, "score"),
        ({"rank": "0"}, "rank"),
        ({"award": "gold"}, "award"),
        ({"awarded_on": "2021-06-01"}, "awarded_on"),
        ({"rank": "3", "absent": "on"}, "rank"),
    ],
    ids=str,
)
def test_a_bad_line_is_marked_and_nothing_is_written(at, office, away, line, field):
    entry = enter(away)
    response = at(office, "competitions:event_results", pk=away.pk, data=fill(away, {entry: line}))
    assert response.status_code == 422 and field in response.context["form"].lines[0].errors
    assert not Result.objects.exists()


def test_who_records_results(at, studio, away, leader, office):
    for person in (office, leader, make_person(studio, "lead")):
        assert at(person, "competitions:event_results", pk=away.pk).status_code == 200
    for role in ("member", "judge", "manager", "trainer"):
        assert at(make_person(studio, role), "competitions:event_results", pk=away.pk).status_code in (403, 404)


def test_nobody_records_their_own(at, office, away):
    own, other = enter(away, office), enter(away)
    lines = {own: {"rank": "1"}, other: {"rank": "2"}}
    assert at(office, "competitions:event_results", pk=away.pk, data=fill(away, lines)).status_code == 302
    assert [one.entry for one in Result.objects.all()] == [other]
    nothing = dict(zip(awards.FIELDS, awards.NOTHING, strict=True))
    away.refresh_from_db()
    with pytest.raises(Refused) as refused:
        line = {**nothing, "entry": own.pk, "absent": False, "rank": 1}
        awards.record_results(away, office, [line], version=away.version)
    assert refused.value.status == 403
    assert at(office, "competitions:result_new", data={"entry": own.pk, "rank": "1"}).status_code == 403


def test_two_sheets_at_once(away, office):
    awards.record_results(away, office, [], version=away.version)
    with pytest.raises(StaleRecord):
        awards.record_results(away, office, [], version=away.version)


def test_our_own_events_have_no_result_sheet_and_closed_ones_stay(at, held, office, elsewhere):
    data = fill(held, {enter(held): {"rank": "1"}})
    response = at(office, "competitions:event_results", pk=held.pk, data=data)
    assert response.status_code == 409 and "its judges give the marks" in response.content.decode()
    settled = make_event(elsewhere, "held")
    type(elsewhere).objects.filter(pk=elsewhere.pk).update(state="closed", held_on=DAY, closed_on=DAY)
    settled.refresh_from_db()
    with pytest.raises(Refused, match="closed"):
        awards.record_results(settled, office, [], version=settled.version)


def test_a_single_result_is_recorded_and_corrected(at, office, away):
    entry = enter(away)
    data = {"entry": entry.pk, "award": "second", "awarded_on": "2021-06-01"}
    assert at(office, "competitions:result_new", data={"entry": entry.pk}).status_code == 422
    assert at(office, "competitions:result_new", data={**data, "awarded_on": ""}).status_code == 422
    assert at(office, "competitions:result_new", data=data).status_code == 302
    assert at(office, "competitions:result_new", data=data).status_code in (409, 422)
    result = Result.objects.get()
    data |= {"award": "first", "version": result.version}
    assert at(office, "competitions:result_edit", pk=result.pk, data=data).status_code == 302
    result.refresh_from_db()
    assert (result.award, result.awarded_on) == ("first", date(2021, 6, 1))
    other = enter(away)
    with pytest.raises(Refused, match="stays with its entry"):
        awards.change_result(result, office, entry=other, rank=1)


def test_everybody_sees_results_of_elsewhere(at, studio, away):
    Result.objects.create(studio=studio, entry=enter(away), rank=3)
    for role in ("member", "judge", "finance", "manager", "assessor"):
        page = at(make_person(studio, role), "competitions:result_list")
        assert page.status_code == 200 and "Pump overhaul" in page.content.decode()


@pytest.fixture
def locked(held, judge, office):
    """A locked event with three marks."""
    for score in (90, 80, 70):
        mark(enter(held), score, judge)
    return event_flow.go(held, "lock", office)


def award(event, actor, **given):
    event.refresh_from_db()
    marks = {str(one.mark.rank): one.mark.pk for one in event.entries.select_related("mark")}
    chosen = {marks[rank[1:]]: award for rank, award in given.items() if rank != "reason"}
    return awards.give_awards(event, actor, chosen, version=event.version, reason=given.get("reason", ""))


def test_awards_are_known_with_publication_and_carry_no_score(locked, office, studio):
    award(locked, office, r1="first", r2="second")
    assert not Result.objects.exists()
    event_flow.go(locked, "publish", office)
    found = [(one.award, one.basis, one.score, one.rank) for one in Result.objects.order_by("award")]
    assert found == [("first", "marks", None, None), ("second", "marks", None, None)]
    told = Notice.objects.filter(kind="competitions.published").values_list("person", flat=True)
    assert set(told) == set(locked.entrants.values_list("person", flat=True))


def test_the_award_sheet_in_the_browser(at, locked, office, studio):
    page = at(office, "competitions:event_awards", pk=locked.pk)
    assert "Rank 1 · score 90" in page.content.decode()
    lines = [line.row for line in page.context["form"].lines]
    assert [row.rank for row in lines] == [1, 2, 3]
    data = {"version": locked.version, f"line-{lines[0].pk}-award": "first"}
    assert at(office, "competitions:event_awards", pk=locked.pk, data=data).status_code == 302
    lines[0].refresh_from_db()
    assert lines[0].award == "first"
    for role in ("judge", "member", "manager"):
        assert at(make_person(studio, role), "competitions:event_awards", pk=locked.pk).status_code in (403, 404)


def test_a_change_after_publication_takes_a_reason_and_shows_at_once(at, locked, office):
    award(locked, office, r1="first", r2="second")
    event_flow.go(locked, "publish", office)
    assert "reason" in at(office, "competitions:event_awards", pk=locked.pk).context["form"].fields
    with pytest.raises(Refused, match="reason"):
        award(locked, office, r1="first", r2="third")
    award(locked, office, r1="first", r2="", r3="third", reason="Second place shared a tool")
    assert sorted(Result.objects.values_list("award", flat=True)) == ["first", "third"]
    assert AuditRow.objects.filter(verb="give_awards").latest("pk").reason == "Second place shared a tool"


def test_nobody_gives_an_award_to_themselves(locked, office):
    own = locked.entries.get(mark__rank=1)
    own.entrants.update(person=office)
    with pytest.raises(Refused) as refused:
        award(locked, office, r1="first")
    assert refused.value.status == 403


def test_no_awards_before_the_lock(held, office):
    with pytest.raises(Refused, match="locked"):
        awards.give_awards(held, office, {}, version=held.version)


def test_publication_waits_for_corrections(locked, judge, office):
    entry = locked.entries.get(mark__rank=1)
    asked = propose_correction(entry, judge, new_score=Decimal(60), reason="Read wrongly")
    with pytest.raises(Refused, match="waiting"):
        event_flow.go(locked, "publish", office)
    correction_flow.go(asked, "reject", office, reason="It was right")
    event_flow.go(locked, "publish", office)


def test_an_award_goes_with_its_mark(locked, judge, office):
    award(locked, office, r1="first")
    event_flow.go(locked, "publish", office)
    asked = propose_correction(locked.entries.get(mark__rank=1), judge, new_score=None, reason="Was not there")
    correction_flow.go(asked, "accept", office)
    assert not Result.objects.exists()


def test_the_award_of_our_own_event_is_changed_on_its_sheet_only(at, locked, office):
    award(locked, office, r1="first")
    event_flow.go(locked, "publish", office)
    response = at(office, "competitions:result_edit", pk=Result.objects.get().pk, data={})
    assert response.status_code == 409 and "award sheet" in response.content.decode()


def test_a_competition_of_our_own_closes_when_its_events_are_published(locked, office):
    competition = competition_flow.go(locked.competition, "hold", office, held_on=DAY)
    with pytest.raises(Refused, match="Publish the results"):
        competition_flow.go(competition, "close", office)
    event_flow.go(locked, "publish", office)
    assert competition_flow.go(competition, "close", office).closed_on
