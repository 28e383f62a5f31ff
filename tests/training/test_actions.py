from datetime import date

import pytest

from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.notices.models import Notice
from studio.organisation.records import StaleRecord
from tests.factories import make_person
from tests.training.factories import attend, make_course, make_session
from training import actions
from training.models import Attendance


@pytest.fixture
def opened(course):
    return make_session(course, state="open", capacity=2)


@pytest.fixture
def member(studio):
    return make_person(studio, "member")


def test_members_and_staff_enrol_themselves(opened, studio, member):
    for person in (member, make_person(studio)):
        row = actions.enrol(opened, person)
        assert (row.person, row.status, row.studio) == (person, "enrolled", studio)
    assert AuditRow.objects.filter(verb="enrol", object_id=str(opened.pk)).count() == 2


@pytest.mark.parametrize("state", ["planned", "held", "closed", "cancelled"])
def test_only_open_sessions_take_enrolments(course, member, state):
    with pytest.raises(Refused, match="not open"):
        actions.enrol(make_session(course, state=state), member)


def test_the_last_place_and_no_more(opened, studio, member):
    attend(opened)
    attend(opened)
    with pytest.raises(Refused, match="free: 0"):
        actions.enrol(opened, member)


def test_an_excused_person_frees_the_place(opened, member):
    attend(opened)
    attend(opened, status="excused")
    assert actions.enrol(opened, member).pk


def test_nobody_enrols_twice(opened, member):
    actions.enrol(opened, member)
    with pytest.raises(Refused, match="Already enrolled"):
        actions.enrol(opened, member)


@pytest.mark.parametrize("role", ["judge", "finance", "manager", "assessor"])
def test_roles_that_do_not_enrol(opened, studio, role):
    with pytest.raises(Refused) as refused:
        actions.enrol(opened, make_person(studio, role))
    assert refused.value.status == 403


def test_people_from_elsewhere_do_not_enrol(opened):
    with pytest.raises(Refused) as refused:
        actions.enrol(opened, make_person())
    assert refused.value.status == 403


def test_the_trainer_is_not_enrolled(opened, office):
    with pytest.raises(Refused, match="trainer"):
        actions.enrol_people(opened, office, [opened.trainer])


@pytest.mark.parametrize("state", ["planned", "open", "held"])
def test_those_who_run_a_session_enrol_others(course, studio, office, leader, state):
    session = make_session(course, state=state)
    for actor in (office, leader, session.trainer):
        actions.enrol_people(session, actor, [make_person(studio)])
    assert session.attendances.count() == 3


def test_others_are_enrolled_all_or_none(opened, office, studio):
    three = [make_person(studio) for _number in range(3)]
    with pytest.raises(Refused, match="free: 2"):
        actions.enrol_people(opened, office, three)
    assert not Attendance.objects.exists()


def test_walk_ins_of_a_held_session_need_no_place(course, office, studio):
    session = make_session(course, state="held", capacity=1)
    attend(session)
    assert actions.enrol_people(session, office, [make_person(studio)])


@pytest.mark.parametrize("state", ["closed", "cancelled"])
def test_settled_sessions_take_nobody(course, office, studio, state):
    with pytest.raises(Refused, match="closed or cancelled"):
        actions.enrol_people(make_session(course, state=state), office, [make_person(studio)])


def test_other_people_do_not_enrol_others(opened, studio, member, discipline):
    other_trainer = make_person(studio, "trainer")
    for actor in (member, other_trainer, make_person(studio)):
        with pytest.raises(Refused) as refused:
            actions.enrol_people(opened, actor, [make_person(studio)])
        assert refused.value.status == 403


def test_a_group_leader_keeps_to_the_own_group(studio, leader):
    cross = make_session(make_course(studio), state="open")
    with pytest.raises(Refused):
        actions.enrol_people(cross, leader, [make_person(studio)])


def test_an_enrolment_is_taken_back_by_the_person_or_who_runs_the_session(opened, member, office):
    actions.withdraw(attend(opened, member), member)
    actions.withdraw(attend(opened), office)
    assert not Attendance.objects.exists()
    assert AuditRow.objects.filter(verb="withdraw").count() == 2
    assert Attendance.history.filter(history_type="-").count() == 2


def test_nobody_withdraws_a_stranger(opened, member):
    with pytest.raises(Refused) as refused:
        actions.withdraw(attend(opened), member)
    assert refused.value.status == 403


@pytest.mark.parametrize("state", ["held", "closed", "cancelled"])
def test_no_withdrawal_afterwards(course, member, state):
    row = attend(make_session(course, state=state), member)
    with pytest.raises(Refused, match="took place or was cancelled"):
        actions.withdraw(row, member)


def test_withdrawing_twice_is_refused(opened, member):
    row = attend(opened, member)
    again = Attendance.objects.get(pk=row.pk)
    actions.withdraw(row, member)
    with pytest.raises(Refused, match="already"):
        actions.withdraw(again, member)


def test_a_session_shrinks_to_its_enrolments_at_most(opened, office):
    attend(opened)
    attend(opened)
    with pytest.raises(Refused, match="2 people are enrolled"):
        actions.change_session(opened, office, capacity=1)
    assert actions.change_session(opened, office, capacity=3).capacity == 3


def test_the_new_trainer_is_not_enrolled(opened, office):
    row = attend(opened)
    with pytest.raises(Refused, match="trainer is enrolled"):
        actions.change_session(opened, office, trainer=row.person)


def test_a_new_day_is_told_to_those_enrolled(opened, office):
    row = attend(opened)
    actions.change_session(opened, office, planned_on=date(2021, 4, 1), place="Hall")
    told = Notice.objects.filter(kind="training.session_moved")
    assert {notice.person for notice in told} == {row.person, opened.trainer}
    assert "2021-04-01" in told[0].text


def test_changing_with_an_old_copy_is_refused(opened, office):
    old = type(opened).objects.get(pk=opened.pk)
    actions.change_session(opened, office, place="Hall")
    with pytest.raises(StaleRecord):
        actions.change_session(old, office, place="Yard")
