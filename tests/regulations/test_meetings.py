"""Meetings and the rules that ask for them."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.audit.errors import Refused
from studio.core.periods import Period
from studio.indicators.engine import compute
from studio.organisation.records import StaleRecord
from studio.regulations import actions
from studio.regulations.flows import meeting_flow
from studio.regulations.models import Meeting, MeetingRule
from studio.regulations.move_forms import HoldForm
from studio.regulations.todo import meetings_to_hold
from tests.factories import join_group, make_discipline, make_person, make_studio
from tests.regulations.factories import DAY, make_meeting, make_rule

TODAY = timezone.localdate()


def expected(studio, start, end, as_of=None):
    table = compute(studio, Period(start, end), ["regulations.meetings_expected"], as_of=as_of)
    return table.value("regulations.meetings_expected").value


@pytest.mark.parametrize(
    ("per", "times", "start", "end", "number"),
    [
        ("month", 1, "2021-01-01", "2021-12-31", 12),
        ("month", 2, "2021-01-01", "2021-03-31", 6),
        ("month", 1, "2021-01-15", "2021-03-30", 2),
        ("month", 1, "2021-02-28", "2021-02-28", 1),
        ("month", 1, "2021-02-01", "2021-02-27", 0),
        ("month", 1, "2020-02-01", "2020-02-28", 0),
        ("quarter", 1, "2021-01-01", "2021-12-31", 4),
        ("quarter", 1, "2020-11-15", "2021-04-30", 2),
        ("year", 1, "2020-06-01", "2021-12-30", 1),
    ],
)
def test_meetings_fall_due_on_the_last_day_of_their_month_quarter_or_year(studio, per, times, start, end, number):
    make_rule(studio, per=per, times=times, from_date=date(2019, 1, 1))
    assert expected(studio, date.fromisoformat(start), date.fromisoformat(end)) == number


def test_a_rule_asks_only_while_it_holds(studio):
    make_rule(studio, from_date=date(2021, 3, 15), to_date=date(2021, 6, 29))
    year = date(2021, 1, 1), date(2021, 12, 31)
    assert expected(studio, *year) == 3  # March, April, May
    assert expected(studio, *year, as_of=date(2021, 4, 30)) == 2
    MeetingRule.objects.update(to_date=date(2021, 6, 30))
    assert expected(studio, *year) == 4


@pytest.mark.django_db
@settings(deadline=None, max_examples=40)
@given(cut=st.dates(date(2020, 6, 1), date(2022, 6, 1)), per=st.sampled_from(["month", "quarter", "year"]))
def test_neighbouring_periods_add_up(cut, per):
    studio = make_studio()
    make_rule(studio, per=per, times=2, from_date=date(2020, 2, 10), to_date=date(2022, 8, 20))
    first, last = date(2020, 1, 1), date(2022, 12, 31)
    parts = expected(studio, first, cut), expected(studio, cut + timedelta(days=1), last)
    assert sum(parts) == expected(studio, first, last)


def test_only_meetings_that_a_rule_asks_for_fill_the_rate(studio, discipline):
    make_rule(studio, from_date=date(2021, 2, 1))
    held = {"state": "held", "planned_on": date(2021, 3, 5)}
    make_meeting(studio, **held)
    make_meeting(studio, **held, kind="other")
    make_meeting(studio, **held, discipline=discipline)
    make_meeting(studio, state="held", planned_on=date(2021, 1, 31))
    table = compute(studio, Period.quarter(2021, 1))
    values = [table.value(f"regulations.{key}").value for key in ("meetings_held", "rule_meetings_held")]
    assert values == [4, 1] and table.value("regulations.meeting_rate").text == "50.0"


def test_a_rule_for_one_discipline_leaves_others_alone(studio, discipline, people):
    make_rule(studio, discipline=discipline)
    values = {"kind": "monthly", "times": 1, "per": "month", "from_date": date(2021, 1, 1), "to_date": None}
    for other in (None, make_discipline()):
        actions.set_rule(people["office"], studio, discipline=other, **values)
    with pytest.raises(Refused, match="holds on some of these days"):
        actions.set_rule(people["office"], studio, discipline=discipline, **values)


def test_two_open_rules_for_all_are_refused_by_the_database(studio):
    make_rule(studio)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_rule(studio, from_date=date(2021, 1, 1))


@pytest.mark.parametrize("values", [{"times": 0}, {"times": 32}, {"per": "week"}, {"kind": "tea"}], ids=str)
def test_rules_that_cannot_be(studio, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_rule(studio, **values)


def test_a_rule_that_has_begun_keeps_its_terms(at, people, studio):
    rule = make_rule(studio)
    data = {"kind": "yearly", "times": "9", "per": "year", "from_date": "2021-01-01", "to_date": "2021-06-30"}
    answer = at(people["office"], "rule_edit", pk=rule.pk, data={**data, "version": rule.version})
    rule.refresh_from_db()
    assert answer.status_code == 302
    assert (rule.kind, rule.times, rule.per, rule.to_date) == ("monthly", 1, "month", date(2021, 6, 30))


# --- Meetings ------------------------------------------------------------------------------------


def hold(meeting, person, **values):
    values = {"held_on": DAY, "present": [], "guests": 3, "decisions": "Go on.", **values}
    return meeting_flow.go(meeting, "hold", person, **values)


def test_a_meeting_is_held_with_its_people(studio, people):
    meeting = hold(make_meeting(studio), people["office"], present=[people["member"], people["lead"]])
    assert (meeting.state, meeting.held_on, meeting.guests, meeting.decisions) == ("held", DAY, 3, "Go on.")
    assert set(meeting.present.all()) == {people["member"], people["lead"]}
    assert Meeting.objects.with_heads().get().heads == 5


def test_nothing_is_held_on_a_day_ahead(studio, people):
    with pytest.raises(Refused, match="lies ahead"):
        hold(make_meeting(studio), people["office"], held_on=TODAY + timedelta(days=1))


def test_a_held_meeting_is_corrected_with_a_reason(studio, people):
    meeting = hold(make_meeting(studio), people["office"], present=[people["member"]])
    assert meeting.why_locked(people["office"])
    facts = {"held_on": date(2021, 3, 2), "present": [people["lead"]], "guests": 0, "decisions": ""}
    with pytest.raises(Refused, match="Give a reason"):
        meeting_flow.go(meeting, "correct", people["office"], **facts)
    meeting = meeting_flow.go(meeting, "correct", people["office"], reason="Wrong sheet", **facts)
    assert list(meeting.present.all()) == [people["lead"]] and meeting.held_on == date(2021, 3, 2)


def test_cancelling_needs_the_right_and_a_reason(studio, people):
    meeting = make_meeting(studio)
    with pytest.raises(Refused, match="Only these roles"):
        meeting_flow.go(meeting, "cancel", people["office"], reason="Storm")
    with pytest.raises(Refused, match="Give a reason"):
        meeting_flow.go(meeting, "cancel", people["lead"])
    assert meeting_flow.go(meeting, "cancel", people["lead"], reason="Storm").cancelled_on == TODAY


@pytest.mark.parametrize(
    "values", [{"state": "held"}, {"state": "cancelled"}, {"held_on": DAY}, {"guests": 2001}, {"kind": "tea"}], ids=str
)
def test_states_and_their_days_stay_together(studio, values):
    meeting = make_meeting(studio)
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.filter(pk=meeting.pk).update(**values)


def sheet(meeting, person, **data):
    form = HoldForm(
        {"held_on": "2021-03-01", "who": "ticked", "guests": "0", **data},
        studio=meeting.studio,
        person=person,
        record=meeting,
    )
    return form, form.is_valid()


def test_the_sheet_lists_whom_the_meeting_is_for(studio, people, discipline):
    for_all, valid = sheet(make_meeting(studio), people["office"], who="everybody")
    listed = set(for_all.cleaned_data["present"])
    assert valid and {people[role] for role in ("lead", "office", "member", "leader", "finance")} <= listed
    assert people["assessor"] not in listed and people["participant"] not in listed
    of_group, _valid = sheet(make_meeting(studio, discipline=discipline), people["office"], who="everybody")
    assert list(of_group.cleaned_data["present"]) == [people["leader"]]


def test_somebody_was_there(studio, people):
    form, valid = sheet(make_meeting(studio), people["office"])
    assert not valid and "present" in form.errors
    assert sheet(make_meeting(studio), people["office"], guests="2")[1]


def test_people_of_another_studio_are_no_choice(studio, people):
    foreign = make_person(make_studio(), "member")
    form, valid = sheet(make_meeting(studio), people["office"], present=[foreign.pk])
    assert not valid and "present" in form.errors


def test_planned_meetings_wait_from_their_day_on(studio, people):
    late, today = make_meeting(studio), make_meeting(studio, planned_on=TODAY)
    make_meeting(studio, planned_on=TODAY + timedelta(days=1))
    make_meeting(studio, state="held")
    assert list(meetings_to_hold(people["office"], studio)) == [late, today]
    assert not meetings_to_hold(people["member"], studio).exists()


# --- Duties --------------------------------------------------------------------------------------


def duty_values(person, **values):
    days = {"from_date": DAY, "to_date": None}
    return {"person": person, "title": "", "title_en": "Safety officer", "discipline": None, **days, **values}


def test_who_gets_a_duty_is_told_and_its_successor_too(studio, people):
    from studio.notices.models import Notice

    duty = actions.give_duty(people["office"], studio, description="", **duty_values(people["member"]))
    actions.change_duty(duty, people["office"], **duty_values(people["leader"]))
    actions.change_duty(duty, people["office"], **duty_values(people["leader"], to_date=date(2022, 1, 1)))
    assert [notice.person for notice in Notice.objects.order_by("pk")] == [people["member"], people["leader"]]
    assert "Safety officer" in Notice.objects.first().text


def test_an_old_copy_overwrites_nothing(studio, people):
    duty = actions.give_duty(people["office"], studio, description="", **duty_values(people["office"]))
    old = type(duty).objects.get(pk=duty.pk)
    actions.change_duty(duty, people["office"], description="New")
    with pytest.raises(StaleRecord):
        actions.change_duty(old, people["office"], description="Old")


def test_a_group_meets_with_its_members_of_that_day(studio, people, discipline):
    from disciplines.models import Group

    group = Group.objects.get(discipline=discipline)
    former = make_person(studio, "member")
    join_group(group, former, to_date=DAY - timedelta(days=1))
    form, _valid = sheet(make_meeting(studio, discipline=discipline), people["office"], who="everybody")
    assert former not in form.cleaned_data["present"]
