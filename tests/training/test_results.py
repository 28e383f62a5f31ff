from datetime import date
from decimal import Decimal

import pytest

from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.organisation.models import Setting
from studio.organisation.records import StaleRecord
from tests.factories import make_person
from tests.training.factories import attend, make_session
from training.models import Attendance
from training.results import PASS_MARK, Entry, record_attendance


@pytest.fixture
def held(course):
    return make_session(course, state="held")


def record(session, actor, *entries, **values):
    return record_attendance(session, actor, entries, version=session.version, **values)


def test_a_whole_sheet_in_one_go(held, office):
    came, failed, away, sick = (attend(held) for _number in range(4))
    record(
        held,
        office,
        Entry(came.pk, "present", Decimal(85)),
        Entry(failed.pk, "present", Decimal("59.5")),
        Entry(away.pk, "absent"),
        Entry(sick.pk, "excused"),
    )
    rows = Attendance.objects.order_by("pk").values_list("status", "score", "passed", "version")
    assert list(rows) == [
        ("present", Decimal(85), True, 2),
        ("present", Decimal("59.5"), False, 2),
        ("absent", None, None, 2),
        ("excused", None, None, 2),
    ]
    assert came.history.first().history_user == office
    assert AuditRow.objects.get(verb="record_attendance").facts["attendances"] == [
        came.pk,
        failed.pk,
        away.pk,
        sick.pk,
    ]


def test_a_verdict_stands_above_the_pass_mark(held, office):
    row = attend(held)
    record(held, office, Entry(row.pk, "present", Decimal(40), True))
    row.refresh_from_db()
    assert row.passed is True


def test_the_pass_mark_is_that_of_the_day(held, office, studio):
    Setting.objects.create(key=PASS_MARK, value=80, from_date=date(2021, 1, 1))
    Setting.objects.create(key=PASS_MARK, value=70, studio=studio, from_date=date(2021, 3, 1))
    Setting.objects.create(key=PASS_MARK, value=90, studio=studio, from_date=date(2021, 4, 1))
    row = attend(held)
    record(held, office, Entry(row.pk, "present", Decimal(75)))
    row.refresh_from_db()
    assert row.passed is True


def test_who_was_not_there_has_no_result(held, office):
    row = attend(held, status="present", score=80, passed=True)
    record(held, office, Entry(row.pk, "absent", Decimal(80), True))
    row.refresh_from_db()
    assert (row.status, row.score, row.passed) == ("absent", None, None)


def test_walk_ins_and_the_rest(held, office, studio):
    away, rest = attend(held), attend(held)
    guest = make_person(studio)
    record(held, office, Entry(away.pk, "absent"), also_present=[guest], rest_present=True)
    assert dict(held.attendances.values_list("person", "status")) == {
        away.person_id: "absent",
        rest.person_id: "present",
        guest.pk: "present",
    }


def test_unchanged_lines_leave_no_trace(held, office):
    row = attend(held, status="present")
    record(held, office, Entry(row.pk, "present"))
    row.refresh_from_db()
    assert (row.version, row.history.count()) == (1, 1)


@pytest.mark.parametrize("state", ["planned", "open", "closed", "cancelled"])
def test_only_held_sessions_have_a_sheet(course, office, state):
    with pytest.raises(Refused, match="while a session is held"):
        record(make_session(course, state=state), office)


def test_two_sheets_at_once(held, office):
    row = attend(held)
    record(held, office, Entry(row.pk, "absent"))
    with pytest.raises(StaleRecord):
        record(held, office, Entry(row.pk, "present"))
    row.refresh_from_db()
    assert row.status == "absent"


def test_scores_out_of_range(held, office):
    row = attend(held)
    with pytest.raises(Refused, match="0 to 100"):
        record(held, office, Entry(row.pk, "present", Decimal("100.5")))


def test_rows_of_another_session_are_refused(held, office, course):
    foreign = attend(make_session(course, state="held"))
    with pytest.raises(Refused, match="no longer enrolled"):
        record(held, office, Entry(foreign.pk, "present"))


def test_who_may_record(held, studio, office, leader):
    row = attend(held)
    for actor in (office, leader, held.trainer, make_person(studio, "lead"), make_person(is_staff=True)):
        held = record(held, actor, Entry(row.pk, "present"))
    for actor in (row.person, make_person(studio, "trainer"), make_person(studio, "member"), make_person(studio)):
        with pytest.raises(Refused) as refused:
            record(held, actor, Entry(row.pk, "absent"))
        assert refused.value.status == 403


@pytest.mark.parametrize("role", ["office", "lead", "admin"])
def test_nobody_records_their_own(held, studio, role):
    actor = make_person(studio, is_staff=True) if role == "admin" else make_person(studio, role)
    own, other = attend(held, actor), attend(held)
    assert not actor.has_perm("training_results.edit", own)
    assert actor.has_perm("training_results.edit", other)
    with pytest.raises(Refused) as refused:
        record(held, actor, Entry(own.pk, "present", Decimal(100)))
    assert refused.value.status == 403
    record(held, actor, Entry(other.pk, "absent"), rest_present=True)
    own.refresh_from_db()
    assert own.status == "enrolled"


def test_nobody_adds_themselves_to_a_sheet(held, office):
    with pytest.raises(Refused, match="their own"):
        record(held, office, also_present=[office])
    assert not Attendance.objects.exists()
