"""The declared screens: lists, details, forms and moves, for several roles."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from studio.audit.models import AuditRow
from tests.factories import make_discipline, make_person, make_studio
from tests.training.factories import attend, make_course, make_plan_line, make_session
from training.models import Course, PlanLine, Session

KINDS = ("plan_line", "course", "session", "attendance")
SESSION_DATA = {"planned_on": "2021-05-04", "class_hours": "4", "capacity": "20", "place": "Workshop"}


@pytest.fixture
def records(studio, discipline):
    """One record of each kind, from the plan down to the attendance."""
    line = make_plan_line(studio, discipline=discipline)
    course = make_course(studio, discipline=discipline, plan_line=line)
    session = make_session(course, state="open")
    return {"plan_line": line, "course": course, "session": session, "attendance": attend(session)}


def text_of(response):
    return response.content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_lists_and_details_open_for_the_office(at, office, records, kind):
    assert at(office, f"training:{kind}_list").status_code == 200
    assert at(office, f"training:{kind}_detail", pk=records[kind].pk).status_code == 200


OPEN_TO = {
    "lead": {"plan_line", "course", "session", "attendance"},
    "member": {"plan_line", "course", "session", "attendance"},
    "trainer": {"plan_line", "course", "session", "attendance"},
    "manager": {"plan_line", "course", "session", "attendance"},
    "finance": {"plan_line", "course", "session"},
    "judge": {"plan_line", "course", "session"},
    "appraiser": {"plan_line", "course", "session"},
    "assessor": {"plan_line", "course", "session"},
}


@pytest.mark.parametrize("role", OPEN_TO)
def test_lists_are_closed_where_only_totals_show(at, studio, records, role):
    person = make_person(studio, role)
    found = {kind for kind in KINDS if at(person, f"training:{kind}_list").status_code == 200}
    assert found == OPEN_TO[role]


def test_a_member_sees_own_attendance_only(at, studio, records):
    member = make_person(studio, "member")
    own = attend(records["session"], member)
    assert at(member, "training:attendance_detail", pk=own.pk).status_code == 200
    assert at(member, "training:attendance_detail", pk=records["attendance"].pk).status_code == 404
    page = text_of(at(member, "training:session_detail", pk=records["session"].pk))
    assert str(member) in page and str(records["attendance"].person) not in page


def test_a_trainer_sees_the_attendance_of_own_sessions(at, records, studio):
    trainer, stranger = records["session"].trainer, make_person(studio, "trainer")
    assert at(trainer, "training:attendance_detail", pk=records["attendance"].pk).status_code == 200
    assert at(stranger, "training:attendance_detail", pk=records["attendance"].pk).status_code == 404


def test_a_participant_sees_what_is_open_and_own_things(at, studio, records, course):
    participant = make_person(studio)
    planned, held = make_session(course), make_session(course, state="held")
    attend(held, participant, "present")
    seen = {
        one: at(participant, "training:session_detail", pk=one.pk).status_code
        for one in (records["session"], planned, held)
    }
    assert list(seen.values()) == [200, 404, 200]
    assert at(participant, "training:course_detail", pk=records["course"].pk).status_code == 200
    assert at(participant, "training:plan_line_detail", pk=records["plan_line"].pk).status_code == 404
    assert text_of(at(participant, "training:session_list")).count('<td class="link"') == 2


@pytest.mark.parametrize("kind", KINDS)
def test_another_studios_records_do_not_exist(at, office, kind, discipline):
    other = make_studio()
    line = make_plan_line(other)
    course = make_course(other, plan_line=line)
    session = make_session(course)
    foreign = {"plan_line": line, "course": course, "session": session, "attendance": attend(session)}[kind]
    pages = ["detail"] + ([] if kind == "attendance" else ["edit"])
    for page in pages:
        assert at(office, f"training:{kind}_{page}", pk=foreign.pk).status_code == 404
    assert at(office, f"training:{kind}_list", studio=other).status_code == 404


def test_one_walks_down_and_up_again(at, office, records):
    line, course, session, row = (records[kind] for kind in KINDS)
    down = [(line, course), (course, session), (session, row)]
    for upper, lower in down:
        assert f'href="{lower.get_absolute_url()}"' in text_of(at_url(at, office, upper))
        assert f'href="{upper.get_absolute_url()}"' in text_of(at_url(at, office, lower))


def at_url(at, person, record):
    return at(person, f"training:{record._meta.verbose_name.replace(' ', '_')}_detail", pk=record.pk)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_number_of_queries_for_1_and_50_rows(at, office, studio, course, kind):
    def add(count):
        for number in range(count):
            line = make_plan_line(studio, discipline=course.discipline)
            own = make_course(studio, plan_line=line, title_en=f"Course {number}")
            attend(make_session(own, trainer=office))

    counts = []
    at(office, f"training:{kind}_list")  # signs in
    for more in (1, 49):
        add(more)
        with CaptureQueriesContext(connection) as queries:
            assert at(office, f"training:{kind}_list").status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12, counts


@pytest.mark.parametrize("kind", ["plan_line", "course", "session"])
def test_who_sees_and_reaches_the_new_form(at, studio, leader, kind):
    for role in ("lead", "office"):
        assert at(make_person(studio, role), f"training:{kind}_new").status_code == 200
    assert at(leader, f"training:{kind}_new").status_code == 200
    for role in ("trainer", "member", "manager", "finance"):
        person = make_person(studio, role)
        assert at(person, f"training:{kind}_new").status_code == 403
        assert f"/{kind.replace('_', '-')}s/new/" not in text_of(at(person, f"training:{kind}_list"))


def test_a_plan_line_is_added_and_noted(at, office, studio, discipline):
    data = {
        "year": "2021",
        "discipline": discipline.pk,
        "title": "机泵检修技能",
        "planned_sessions": "8",
        "planned_hours": "32",
        "planned_heads": "160",
    }
    response = at(office, "training:plan_line_new", data=data)
    line = PlanLine.objects.get()
    assert response.status_code == 302 and (line.studio, line.state) == (studio, "draft")
    assert AuditRow.objects.get(verb="create").object_id == str(line.pk)


def test_a_group_leader_adds_for_the_own_group_only(at, leader, discipline):
    data = {"title_en": "A course", "hours": "4"}
    assert at(leader, "training:course_new", data={**data, "discipline": discipline.pk}).status_code == 302
    assert at(leader, "training:course_new", data={**data, "discipline": make_discipline().pk}).status_code == 403
    assert at(leader, "training:course_new", data=data).status_code == 403
    assert Course.objects.count() == 1


def test_a_course_keeps_to_its_plan_lines_discipline(at, office, studio, discipline):
    line = make_plan_line(studio, discipline=discipline)
    data = {"title_en": "A course", "hours": "4", "plan_line": line.pk}
    response = at(office, "training:course_new", data={**data, "discipline": make_discipline().pk})
    assert response.status_code == 422 and "plan_line" in response.context["form"].errors
    assert at(office, "training:course_new", data={**data, "discipline": discipline.pk}).status_code == 302


def test_the_course_is_filled_in_from_its_page(at, office, course):
    response = at(office, "training:session_new", query=f"?course={course.pk}")
    assert f'value="{course.pk}" selected' in text_of(response)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"planned_on": "2021-02-30"}, "planned_on"),
        ({"planned_on": ""}, "planned_on"),
        ({"class_hours": "0"}, "class_hours"),
        ({"class_hours": "1e9"}, "class_hours"),
        ({"capacity": "-1"}, "capacity"),
        ({"capacity": "501"}, "capacity"),
        ({"place": "x" * 10_000}, "place"),
        ({"place": "a\u202eb"}, "place"),
        ({"start_time": "25:00"}, "start_time"),
        ({"course": "999999"}, "course"),
        ({"trainer": "x"}, "trainer"),
    ],
    ids=str,
)
def test_bad_input_is_named_by_field_and_nothing_is_lost(at, office, course, changed, field):
    data = {**SESSION_DATA, "course": course.pk, "trainer": office.pk, **changed}
    response = at(office, "training:session_new", data=data)
    assert response.status_code == 422 and field in response.context["form"].errors
    assert not Session.objects.exists()
    if "place" not in changed:
        assert 'value="Workshop"' in text_of(response)


@pytest.mark.parametrize("field", ["course", "trainer"])
def test_another_studios_ids_are_no_choice(at, office, course, field):
    other = make_studio()
    foreign = {"course": make_course(other).pk, "trainer": make_person(other, "trainer").pk}[field]
    data = {**SESSION_DATA, "course": course.pk, "trainer": office.pk, field: foreign}
    response = at(office, "training:session_new", data=data)
    assert response.status_code == 422 and field in response.context["form"].errors


def test_changing_a_session_asks_the_action(at, office, course):
    session = make_session(course, state="open", capacity=2)
    attend(session)
    attend(session)
    data = {**SESSION_DATA, "course": course.pk, "trainer": session.trainer.pk, "version": session.version}
    response = at(office, "training:session_edit", pk=session.pk, data={**data, "capacity": "1"})
    assert response.status_code == 409 and "2 people are enrolled" in text_of(response)
    assert at(office, "training:session_edit", pk=session.pk, data=data).status_code == 302
    session.refresh_from_db()
    assert (session.planned_on, session.place) == (date(2021, 5, 4), "Workshop")


def test_settled_records_are_not_changed(at, office, course, studio):
    session = make_session(course, state="closed")
    data = {**SESSION_DATA, "course": course.pk, "trainer": session.trainer.pk, "version": 1}
    response = at(office, "training:session_edit", pk=session.pk, data=data)
    assert response.status_code == 409 and "Reopen it" in text_of(response)
    line = make_plan_line(studio, state="approved")
    assert at(office, "training:plan_line_edit", pk=line.pk, data={"year": "2022"}).status_code == 409


def test_a_move_by_its_page(at, office, course):
    session = make_session(course, state="open")
    response = at(office, "training:session_move", pk=session.pk, move="hold", data={"held_on": "2021-03-12"})
    session.refresh_from_db()
    assert response.status_code == 302 and (session.state, session.held_on) == ("held", date(2021, 3, 12))
    wrong = at(office, "training:session_move", pk=session.pk, move="cancel", data={"reason": "Too late"})
    assert wrong.status_code == 409


def test_a_day_ahead_is_refused_on_the_page(at, office, course):
    session = make_session(course, state="open")
    response = at(office, "training:session_move", pk=session.pk, move="hold", data={"held_on": "2150-01-01"})
    assert response.status_code == 409 and "lies ahead" in text_of(response)


def test_drafts_are_deleted_and_nothing_else(at, office, studio, course):
    draft, approved = make_plan_line(studio), make_plan_line(studio, state="approved")
    assert at(office, "training:plan_line_delete", pk=draft.pk, data={}).status_code == 302
    assert at(office, "training:plan_line_delete", pk=approved.pk, data={}).status_code == 409
    attend(make_session(course))
    assert at(office, "training:course_delete", pk=course.pk, data={}).status_code == 409


@pytest.mark.parametrize("kind", KINDS)
def test_lists_are_exported(at, office, records, kind):
    response = at(office, f"training:{kind}_export", data={"format": "csv"})
    assert response.status_code == 200 and response.content.startswith(b"\xef\xbb\xbf")


def test_filters_and_sorting(at, office, studio, course):
    make_session(course, state="closed", planned_on=date(2021, 6, 1))
    make_session(course, planned_on=date(2021, 7, 1))
    page = text_of(at(office, "training:session_list", query="?state=closed&sort=-planned_on"))
    assert "2021-06-01" in page and "2021-07-01" not in page
    assert at(office, "training:session_list", query="?state=lost&sort=secret&course=x").status_code == 200


def test_both_languages(at, office, studio, discipline):
    make_course(studio, title="激光对中", title_en="Laser alignment", discipline=discipline)
    page = text_of(at(office, "training:course_list", headers={"Accept-Language": "zh-hans"}))
    assert "激光对中" in page and "Laser alignment" not in page
