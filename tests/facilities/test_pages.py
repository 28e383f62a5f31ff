"""The pages as people meet them."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from studio.facilities.models import OpenHours, Use
from tests.facilities.factories import DAY, make_equipment, make_room, make_use, make_visitors, open_room
from tests.factories import join_group, make_group, make_person
from tests.training.factories import make_course, make_session
from training.rooms import occupy

TODAY = timezone.localdate()
USE = {"day": "2021-03-10", "starts": "09:00", "ends": "10:30", "purpose": "Practice", "persons": 3}


@pytest.mark.parametrize(
    "name", ["room", "open_hours", "closure", "room_day", "use", "equipment", "calibration", "visitors"]
)
def test_an_empty_list_says_what_it_is_for(at, office, name):
    answer = at(office, f"facilities:{name}_list")
    assert answer.status_code == 200 and answer.context["empty"]
    assert str(answer.context["page"].purpose) in unescape(answer.content.decode())


def test_the_form_knows_today_the_last_room_and_the_own_group(at, studio, discipline, member):
    join_group(make_group(studio, discipline), member)
    first, last = make_room(studio), make_room(studio)
    for room in (first, last):
        make_use(room, actor=member)
    form = at(member, "facilities:use_new").context["form"]
    assert [form[name].value() for name in ("day", "room", "discipline")] == [TODAY, last.pk, discipline.pk]
    assert "autofocus" in str(form["starts"])


def test_a_member_records_a_use_and_goes_on_to_the_next(at, member, room):
    answer = at(member, "facilities:use_new", data={**USE, "room": room.pk, "again": "1"})
    use = Use.objects.get()
    assert (use.recorded_by, use.counted_minutes) == (member, 90)
    assert answer.status_code == 302
    assert answer.url.endswith(f"/uses/new/?room={room.pk}&day=2021-03-10&starts=10:30")
    form = at(member, "facilities:use_new", query=answer.url.partition("?")[2].join(["?", ""])).context["form"]
    assert [str(form[name].value()) for name in ("room", "day", "starts")] == [str(room.pk), "2021-03-10", "10:30"]


def test_a_use_ends_after_it_starts_and_has_a_purpose(at, member, room):
    answer = at(member, "facilities:use_new", data={**USE, "room": room.pk, "ends": "09:00", "purpose": ""})
    assert answer.status_code == 422 and {"ends", "purpose"} <= set(answer.context["form"].errors)


def test_members_change_their_own_uses_only(at, member, office, room):
    own, other = make_use(room, actor=member), make_use(room, actor=office)
    data = {**USE, "room": room.pk, "version": 1}
    assert at(member, "facilities:use_edit", pk=own.pk, data=data).status_code == 302
    for name in ("use_edit", "use_delete"):
        assert at(member, f"facilities:{name}", pk=other.pk, data=data).status_code == 403
    assert at(member, "facilities:use_delete", pk=own.pk, data={}).status_code == 302
    assert list(Use.objects.all()) == [other]


def test_a_group_leader_records_uses_of_the_own_group(at, leader, discipline, room):
    data = {**USE, "room": room.pk, "discipline": discipline.pk}
    assert at(leader, "facilities:use_new", data=data).status_code == 302


@pytest.mark.parametrize("role", ["judge", "finance", "manager", "assessor"])
def test_who_only_looks_records_nothing(at, studio, room, role):
    person = make_person(studio, role)
    assert at(person, "facilities:use_list").status_code == 200
    assert at(person, "facilities:use_new").status_code == 403
    assert "Record a use" not in at(person, "facilities:room_detail", pk=room.pk).content.decode()


def test_a_use_of_a_session_leads_to_it(at, studio, room, office):
    session = make_session(make_course(studio), state="held", room=room, start_time="09:00")
    session.refresh_from_db()
    occupy(session, office)
    use = Use.objects.get()
    page = at(office, "facilities:use_detail", pk=use.pk)
    assert session.get_absolute_url() in page.content.decode()
    assert page.context["edit_url"] == page.context["delete_url"] == ""
    form = at(office, "facilities:use_edit", pk=use.pk)
    assert session.get_absolute_url() in form.content.decode() and form.context["locked"]
    data = {**USE, "room": room.pk, "version": use.version}
    assert at(office, "facilities:use_edit", pk=use.pk, data=data).status_code == 409
    assert at(office, "facilities:use_delete", pk=use.pk, data={}).status_code == 409


def test_hours_for_a_whole_week_in_one_form(at, office, room):
    data = {"room": room.pk, "opens": "08:00", "closes": "12:00", "from_date": "2021-01-01", "to_date": "2021-02-01"}
    answer = at(office, "facilities:open_hours_new", data={**data, "weekdays": ["1", "2", "3"]})
    assert answer.url == room.get_absolute_url()
    assert OpenHours.objects.count() == 3
    again = at(office, "facilities:open_hours_new", data={**data, "weekdays": ["3", "4"]})
    assert again.status_code == 409 and "overlap" in again.content.decode()
    assert OpenHours.objects.count() == 3


def test_a_rooms_page_shows_its_month(at, office, room):
    open_room(room, "08:00", "12:00")
    make_use(room, "08:00", "09:00")
    make_use(room, "08:00", "14:00", day=DAY + timedelta(days=1))
    page = at(office, "facilities:room_detail", pk=room.pk, query="?month=2021-03")
    hours = page.context["hours"]
    shades = {day.label: (day.shade, day.percent and float(day.percent)) for day in hours.days}
    assert (shades["9"], shades["10"], shades["11"]) == (("0", 0), ("2", 25), ("5", 100))
    assert [month.shade for month in hours.months][2:4] == ["1", "0"]
    text = page.content.decode()
    assert "2021-03-10: used 1.0 of 4.0 open hours, 25.0 %" in text
    assert "March 2021: used 5.0 of 124.0 open hours, 4.0 %" in text


def test_days_ahead_are_not_unused(at, office, room):
    open_room(room, to_date=None)
    ahead = date(TODAY.year + 1, 5, 1)
    hours = at(office, "facilities:room_detail", pk=room.pk, query=f"?month={ahead:%Y-%m}").context["hours"]
    assert {day.shade for day in hours.days} == {"ahead"}


def test_a_room_without_hours_says_that_it_counts_as_closed(at, office, room):
    assert "counts as closed" in at(office, "facilities:room_detail", pk=room.pk).content.decode()


@pytest.mark.parametrize("query", ["?month=nonsense", "?month=2021-13", "?month=2021", "?period=2021-Q2", ""])
def test_any_month_in_the_address_is_answered(at, office, room, query):
    assert at(office, "facilities:room_detail", pk=room.pk, query=query).status_code == 200


def test_overdue_equipment_is_found_by_its_filter(at, office, studio):
    late = make_equipment(studio, calibrated_on=TODAY - timedelta(days=99), calibration_due=TODAY - timedelta(days=1))
    fine = make_equipment(studio)
    text = at(office, "facilities:equipment_list", query="?calibration=overdue").content.decode()
    assert late.number in text and fine.number not in text
    assert 'data-tone="bad"' in at(office, "facilities:equipment_detail", pk=late.pk).content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_lists_take_the_same_queries_for_one_row_and_many(
    at, studio, office, room, count, django_assert_max_num_queries
):
    open_room(room, weekdays=[DAY.isoweekday()])
    for number in range(count):
        make_visitors(studio)
        make_equipment(studio, room=room)
        Use.objects.create(
            studio=studio,
            room=room,
            day=DAY,
            starts="08:00",
            ends=f"09:{number:02}",
            purpose_en="A",
            recorded_by=office,
        )
    at(office, "facilities:room_list")
    for name in ("use", "equipment", "visitors", "room_day"):
        with django_assert_max_num_queries(12):
            assert at(office, f"facilities:{name}_list").status_code == 200


def shares(answer) -> list[str]:
    """What the list of rooms shows as utilisation, room by room."""
    lines = re.findall(r"<tr>(.*?)</tr>", answer.content.decode().partition("<tbody>")[2], re.S)
    return [re.sub(r"<[^>]+>", " ", line).replace("%", "").split()[-1] for line in lines]


def test_the_rooms_show_their_utilisation_in_the_picked_period(at, studio, office, django_assert_max_num_queries):
    used, idle, _closed = (make_room(studio, name=name, name_en=name) for name in ("A", "B", "C"))
    for room in (used, idle):
        open_room(room)
    make_use(used, "08:00", "10:00")
    make_use(used, "09:00", "11:00")
    day = f"{DAY:%Y-%m-%d}"
    listed = at(office, "facilities:room_list", query=f"?cols=name&cols=utilisation&period={day}..{day}")
    assert shares(listed) == ["37.5", "0.0", "—"]  # three of eight hours
    before = "?cols=name&cols=utilisation&period=2021-02"
    assert shares(at(office, "facilities:room_list", query=before))[0] == "0.0"
    assert float(shares(at(office, "facilities:room_list", query="?cols=name&cols=utilisation"))[0]) < 1
    with CaptureQueriesContext(connection) as without:
        at(office, "facilities:room_list", query="?cols=name")
    with django_assert_max_num_queries(len(without)):
        at(office, "facilities:room_list", query="?cols=name&cols=utilisation")


def test_the_export_shows_the_same_utilisation(at, studio, office):
    room = make_room(studio, name="A", name_en="A")
    open_room(room)
    make_use(room, "08:00", "10:00")
    day = f"{DAY:%Y-%m-%d}"
    query = f"?cols=name&cols=utilisation&period={day}..{day}"
    answer = at(office, "facilities:room_export", query=query, data={"format": "csv"})
    assert "25" in b"".join(answer.streaming_content if answer.streaming else [answer.content]).decode()
