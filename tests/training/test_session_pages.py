"""Enrolling, withdrawing and the attendance sheet, through their pages."""

import pytest

from tests.factories import make_person, make_studio
from tests.training.factories import attend, make_session
from training.models import Attendance


@pytest.fixture
def opened(course):
    return make_session(course, state="open", capacity=2)


@pytest.fixture
def held(course):
    return make_session(course, state="held")


def text_of(response):
    return response.content.decode()


def test_a_participant_enrols_and_withdraws(at, studio, opened):
    participant = make_person(studio)
    assert "/enrol/" in text_of(at(participant, "training:session_detail", pk=opened.pk))
    assert at(participant, "training:session_enrol", pk=opened.pk, data={}).status_code == 302
    row = Attendance.objects.get(person=participant)
    page = text_of(at(participant, "training:session_detail", pk=opened.pk))
    assert "/enrol/" not in page and f"/attendance/{row.pk}/withdraw/" in page
    assert at(participant, "training:attendance_withdraw", pk=row.pk).status_code == 200
    assert at(participant, "training:attendance_withdraw", pk=row.pk, data={}).status_code == 302
    assert not Attendance.objects.exists()


def test_a_full_session_says_so(at, studio, opened):
    attend(opened)
    attend(opened)
    response = at(make_person(studio, "member"), "training:session_enrol", pk=opened.pk, data={})
    assert response.status_code == 409 and "free: 0" in text_of(response)


def test_enrolling_is_closed_to_other_roles(at, studio, opened):
    assert at(make_person(studio, "finance"), "training:session_enrol", pk=opened.pk, data={}).status_code == 403


def test_the_same_form_sent_twice_enrols_once(at, studio, opened):
    member = make_person(studio, "member")
    key = "8a1c7c9e-6e0b-4a51-9a63-0f2b8f3f8a11"
    for _time in range(2):
        assert at(member, "training:session_enrol", pk=opened.pk, data={"form_key": key}).status_code == 302
    assert Attendance.objects.count() == 1


def test_people_are_enrolled_by_number_or_name(at, office, studio, opened):
    by_number = make_person(studio, employee_number="00123")
    by_name = make_person(studio, name="陈志明", name_en="Chen Zhiming")
    data = {"people": "００１２３\n\n陈志明\n"}
    assert at(office, "training:session_people", pk=opened.pk, data=data).status_code == 302
    assert {row.person for row in Attendance.objects.all()} == {by_number, by_name}


@pytest.mark.parametrize("line", ["Nobody", "林晓雯", "9999", "Foreign Person", "x" * 3000])
def test_lines_that_name_nobody_are_shown(at, office, studio, opened, line):
    make_person(studio, name="林晓雯")
    make_person(studio, name="林晓雯")  # the same name twice names nobody
    make_person(make_studio(), name_en="Foreign Person")
    response = at(office, "training:session_people", pk=opened.pk, data={"people": line})
    assert response.status_code == 422 and line[:40] in str(response.context["form"].errors["people"])
    assert not Attendance.objects.exists()


def test_only_those_who_run_the_session_reach_its_sheet(at, studio, held, office, leader):
    for person in (office, leader, held.trainer):
        assert at(person, "training:session_sheet", pk=held.pk).status_code == 200
        assert "/sheet/" in text_of(at(person, "training:session_detail", pk=held.pk))
    for role in ("member", "trainer", "manager", "finance"):
        person = make_person(studio, role)
        assert at(person, "training:session_sheet", pk=held.pk).status_code == 403
        assert "/sheet/" not in text_of(at(person, "training:session_detail", pk=held.pk))


def fill(session, rows, **values):
    data = {"version": session.version, **values}
    for row, (status, score, passed) in rows.items():
        data |= {
            f"line-{row.pk}-status": status,
            f"line-{row.pk}-score": score,
            f"line-{row.pk}-passed": passed,
        }
    return data


def test_a_sheet_is_saved(at, office, studio, held):
    came, typed, away = (attend(held) for _number in range(3))
    guest = make_person(studio, employee_number="G7")
    rows = {came: ("present", "88.5", ""), typed: ("enrolled", "70", ""), away: ("absent", "", "")}
    data = fill(held, rows, also_present="g7")
    assert at(office, "training:session_sheet", pk=held.pk, data=data).status_code == 302
    found = {row.person: (row.status, row.passed) for row in Attendance.objects.all()}
    assert found == {
        came.person: ("present", True),
        typed.person: ("present", True),
        away.person: ("absent", None),
        guest: ("present", None),
    }


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (("present", "101", ""), "score"),
        (("present", "abc", ""), "score"),
        (("absent", "50", ""), "score"),
        (("late", "", ""), "status"),
        (("present", "", "maybe"), "passed"),
    ],
    ids=str,
)
def test_a_bad_line_is_marked_and_nothing_is_written(at, office, held, line, field):
    row, other = attend(held), attend(held)
    data = fill(held, {row: line, other: ("present", "", "")})
    response = at(office, "training:session_sheet", pk=held.pk, data=data)
    assert response.status_code == 422
    lines = {one.row: one for one in response.context["form"].lines}
    assert field in lines[row].errors and not lines[other].errors
    assert set(held.attendances.values_list("status", flat=True)) == {"enrolled"}


def test_who_saves_second_sees_what_the_first_one_saved(at, office, held):
    row = attend(held)
    first = fill(held, {row: ("absent", "", "")})
    second = fill(held, {row: ("present", "90", "")})
    assert at(office, "training:session_sheet", pk=held.pk, data=first).status_code == 302
    response = at(held.trainer, "training:session_sheet", pk=held.pk, data=second)
    assert response.status_code == 409 and "Saved by somebody else: Absent" in text_of(response)
    held.refresh_from_db()
    again = fill(held, {row: ("present", "90", "")})
    assert response.context["form"].data["version"] == str(again["version"])
    assert at(held.trainer, "training:session_sheet", pk=held.pk, data=again).status_code == 302


def test_the_own_line_is_locked(at, office, held):
    own, other = attend(held, office), attend(held)
    page = at(office, "training:session_sheet", pk=held.pk)
    assert "left to somebody else" in text_of(page)
    data = fill(held, {own: ("present", "100", "True"), other: ("present", "", "")}, rest_present="on")
    assert at(office, "training:session_sheet", pk=held.pk, data=data).status_code == 302
    own.refresh_from_db()
    assert (own.status, own.score) == ("enrolled", None)


def test_a_sheet_costs_the_same_queries_for_1_and_40_people(at, office, held, django_assert_max_num_queries):
    for _number in range(40):
        attend(held)
    at(office, "training:session_sheet", pk=held.pk)  # signs in
    with django_assert_max_num_queries(12):
        assert at(office, "training:session_sheet", pk=held.pk).status_code == 200
