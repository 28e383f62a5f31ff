"""Who competes: entering oneself, entering others, teams, withdrawing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from competitions import entering
from competitions.models import Entrant, Entry
from studio.audit.errors import Refused
from studio.notices.models import Notice
from tests.competitions.factories import enter, make_event, make_judge
from tests.factories import make_person, make_studio

TODAY = timezone.localdate()


@pytest.fixture
def opened(ours):
    return make_event(ours, "open")


@pytest.fixture
def teams(ours):
    return make_event(ours, "open", form="team")


def text_of(response):
    return response.content.decode()


@pytest.mark.parametrize("role", ["member", None])
def test_people_enter_themselves_and_withdraw(at, studio, opened, role):
    person = make_person(studio, role)
    assert "/enter/" in text_of(at(person, "competitions:event_detail", pk=opened.pk))
    assert at(person, "competitions:event_enter", pk=opened.pk, data={}).status_code == 302
    entry = Entry.objects.get()
    assert [one.person for one in entry.entrants.all()] == [person]
    page = text_of(at(person, "competitions:event_detail", pk=opened.pk))
    assert "/enter/" not in page and f"/entries/{entry.pk}/withdraw/" in page
    assert not Notice.objects.exists()  # nobody is told of what they did themselves
    assert at(person, "competitions:entry_withdraw", pk=entry.pk).status_code == 200
    assert at(person, "competitions:entry_withdraw", pk=entry.pk, data={}).status_code == 302
    assert not Entrant.objects.exists()


def test_entering_is_closed_to_other_roles(at, studio, opened):
    for role in ("trainer", "finance", "manager", "assessor"):
        assert at(make_person(studio, role), "competitions:event_enter", pk=opened.pk, data={}).status_code == 403


@pytest.mark.parametrize(
    ("state", "values", "why"),
    [
        ("planned", {}, "not open"),
        ("held", {}, "not open"),
        ("open", {"form": "team"}, "Teams compete"),
        ("open", {"enter_until": "past"}, "Entry ended on"),
    ],
    ids=str,
)
def test_why_nobody_enters_now(ours, studio, state, values, why):
    if values.get("enter_until"):
        values = {"enter_until": ours.from_date}
    with pytest.raises(Refused, match=why):
        entering.enter(make_event(ours, state, **values), make_person(studio, "member"))


def test_the_last_day_of_entry_counts(ours, studio):
    type(ours).objects.filter(pk=ours.pk).update(to_date=TODAY + timedelta(days=9))
    ours.refresh_from_db()
    event = make_event(ours, "open", planned_on=TODAY + timedelta(days=3), enter_until=TODAY)
    assert entering.enter(event, make_person(studio, "member"))


def test_nobody_enters_twice_or_where_they_judge(studio, opened):
    member = make_person(studio, "member")
    entering.enter(opened, member)
    with pytest.raises(Refused, match="Already entered"):
        entering.enter(opened, member)
    judge = make_judge(opened)
    with pytest.raises(Refused, match="judge this event"):
        entering.enter_people(opened, make_person(studio, "office"), [judge])


def test_others_are_entered_by_number_or_name_and_told(at, leader, studio, opened):
    first, second = make_person(studio, employee_number="0042"), make_person(studio, name_en="Chen Zhiming")
    data = {"people": "0042\nChen Zhiming\n"}
    assert at(leader, "competitions:event_people", pk=opened.pk, data=data).status_code == 302
    assert {one.person for one in Entrant.objects.all()} == {first, second} and Entry.objects.count() == 2
    assert set(Notice.objects.values_list("person", "kind")) == {
        (first.pk, "competitions.entered"),
        (second.pk, "competitions.entered"),
    }
    foreign = make_person(make_studio(), name_en="Foreign Person")
    response = at(leader, "competitions:event_people", pk=opened.pk, data={"people": str(foreign)})
    assert response.status_code == 422 and Entry.objects.count() == 2


def test_a_group_leader_enters_in_the_own_group_only(at, leader, studio, opened):
    type(opened).objects.filter(pk=opened.pk).update(discipline=None)
    assert at(leader, "competitions:event_people", pk=opened.pk).status_code == 403
    assert at(make_person(studio, "member"), "competitions:event_people", pk=opened.pk).status_code == 403


def test_who_came_without_entry_is_entered_while_marks_are_given(held, office, studio):
    assert len(entering.enter_people(held, office, [make_person(studio)])) == 1
    for state in ("locked", "published", "cancelled"):
        with pytest.raises(Refused, match="Nobody can be entered"):
            entering.enter_people(make_event(held.competition, state), office, [make_person(studio)])


def test_a_team_with_a_mate_from_elsewhere(at, office, studio, teams):
    people = [make_person(studio, employee_number=f"T{number}") for number in range(3)]
    data = {"event": teams.pk, "team_name": "Pumps", "people": "T0\nT1", "guests": "Li Si, other plant"}
    assert at(office, "competitions:entry_new", data=data).status_code == 302
    entry = Entry.objects.get()
    assert {str(one) for one in entry.entrants.all()} == {str(people[0]), str(people[1]), "Li Si, other plant"}
    page = at(office, "competitions:entry_edit", pk=entry.pk)
    assert page.context["form"].initial["people"] == "T0\nT1"
    data |= {"people": "T1\nT2", "guests": "", "version": entry.version}
    assert at(office, "competitions:entry_edit", pk=entry.pk, data=data).status_code == 302
    assert {one.person for one in entry.entrants.all()} == {people[1], people[2]}
    assert "Pumps" in text_of(at(office, "competitions:entry_list"))


def test_teams_and_single_people_are_not_mixed(office, studio, teams, opened):
    with pytest.raises(Refused, match="Enter a team"):
        entering.enter_people(teams, office, [make_person(studio)])
    with pytest.raises(Refused, match="one by one"):
        entering.enter_team(office, studio, event=opened, team_name="X", people=[make_person(studio)])
    single = enter(opened)
    assert "one person" in str(single.why_locked(office))


def test_a_team_mate_withdraws_nobody(studio, office, teams):
    member = make_person(studio, "member")
    entry = enter(teams, member, team="Pumps")
    with pytest.raises(Refused) as refused:
        entering.withdraw(entry, member)
    assert refused.value.status == 403
    entering.withdraw(entry, office)
    with pytest.raises(Refused, match="withdrawn already"):
        entering.withdraw(entry, office)


def test_an_entry_stays_once_the_event_took_place(held, office):
    with pytest.raises(Refused, match="stays as it is"):
        entering.withdraw(enter(held), office)
