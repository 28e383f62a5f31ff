"""A held session records its own use of a room, once; whatever changes the session changes the use."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from studio.audit.errors import Refused
from studio.core.periods import Period
from studio.facilities import uses
from studio.facilities.models import Room, Use
from studio.indicators.engine import compute
from studio.organisation.models import Setting
from tests.facilities.factories import make_room, make_use
from tests.factories import make_person
from tests.training.factories import DAY, attend, make_session
from training import actions
from training.flows import session_flow
from training.results import Entry, record_attendance

IN_ROOM = {"start_time": time(9), "class_hours": Decimal(4)}


@pytest.fixture
def room(studio):
    return make_room(studio)


@pytest.fixture
def planned(course, room):
    return make_session(course, room=room, state="open", **IN_ROOM)


def hold(session, actor, day=DAY):
    return session_flow.go(session, "hold", actor, held_on=day)


def told(use):
    return use.room, use.day, use.starts, use.ends, use.function, use.discipline, use.persons, use.counted_minutes


def test_holding_records_the_use(planned, room, office, discipline):
    attend(planned)
    attend(planned, status="excused")
    held = hold(planned, office)
    use = Use.objects.get()
    assert told(use) == (room, DAY, time(9), time(12), "training", discipline, 2, 180)
    assert (use.purpose_en, use.source, use.recorded_by) == (held.course.title_en, held, None)
    assert compute(use.studio, Period.year(2021)).value("facilities.used_hours_training").value == 180


def test_a_class_hour_lasts_as_long_as_is_set_for_the_day(planned, office):
    Setting.objects.create(key="facilities.class_hour_minutes", value=50, from_date=date(2021, 1, 1))
    Setting.objects.create(key="facilities.class_hour_minutes", value=60, from_date=date(2022, 1, 1))
    hold(planned, office)
    assert Use.objects.get().ends == time(12, 20)


def test_not_held_after_all_takes_it_back(planned, office):
    session_flow.go(hold(planned, office), "not_held", office, reason="It rained")
    assert not Use.objects.exists()
    hold(planned, office)
    assert Use.objects.count() == 1


def test_changing_a_held_session_corrects_the_use(planned, studio, office):
    held = hold(planned, office)
    other = make_room(studio, name_en="Other")
    held = actions.change_session(held, office, room=other, class_hours=Decimal(2), start_time=time(14))
    use = Use.objects.get()
    assert (use.room, use.starts, use.ends, use.counted_minutes) == (other, time(14), time(15, 30), 90)
    actions.change_session(held, office, room=None, place="Elsewhere")
    assert not Use.objects.exists()


def test_a_session_that_gets_its_room_later_records_it_then(course, room, office):
    held = make_session(course, state="held", **IN_ROOM)
    actions.change_session(held, office, room=room)
    assert Use.objects.get().source == held


def test_the_sheet_says_how_many_were_there(planned, office):
    rows = [attend(planned) for _number in range(3)]
    held = hold(planned, office)
    assert Use.objects.get().persons == 4
    entries = [Entry(rows[0].pk, "present"), Entry(rows[1].pk, "absent"), Entry(rows[2].pk, "present")]
    record_attendance(held, office, entries, version=held.version)
    assert Use.objects.get().persons == 3


def test_nothing_is_written_where_nothing_changes(planned, office):
    held = hold(planned, office)
    before = Use.objects.get().version
    actions.change_session(held, office, capacity=33)
    assert Use.objects.get().version == before


def test_it_is_neither_typed_again_nor_changed_by_hand(planned, room, office):
    hold(planned, office)
    with pytest.raises(Refused, match="recorded this use already, 09:00–12:00"):
        make_use(room, "09:00", "12:00", office, day=DAY, function="training")
    use = Use.objects.get()
    values = {"room": room, "day": DAY, "starts": time(9), "ends": time(10)}
    for act in (lambda: uses.change_use(use, office, **values), lambda: uses.delete_use(use, office)):
        with pytest.raises(Refused, match="record it belongs to"):
            act()
    again = Use(studio=use.studio, room=room, day=DAY, starts=time(9), ends=time(10), purpose_en="Again")
    again.source_type, again.source_id = use.source_type, use.source_id
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_another_use_of_the_same_hours_counts_once(planned, room, studio, office):
    make_use(room, "10:00", "11:00", office, day=DAY)
    hold(planned, office)
    assert compute(studio, Period.year(2021)).value("facilities.used_hours").value == 180


def test_a_session_too_long_for_its_day_is_not_held(course, room, office):
    session = make_session(course, room=room, state="open", start_time=time(20), class_hours=Decimal(8))
    with pytest.raises(Refused, match="do not end on the same day"):
        hold(session, office)
    session.refresh_from_db()
    assert session.state == "open"


def test_a_room_out_of_service_is_told(planned, office):
    Room.objects.update(to_date=date(2021, 2, 1))
    with pytest.raises(Refused, match="not in service"):
        hold(planned, office)


def test_a_trainer_needs_no_right_to_facilities(planned, studio):
    assert hold(planned, planned.trainer)
    assert Use.objects.get().source == planned


@pytest.mark.parametrize("values", [{"start_time": None}, {"place": "Elsewhere"}], ids=str)
def test_a_session_in_a_room_has_a_start_and_no_other_place(course, room, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_session(course, room=room, **{**IN_ROOM, **values})


def test_a_session_elsewhere_records_no_use(course, office):
    hold(make_session(course, state="open", place="Elsewhere"), office)
    assert not Use.objects.exists()


def test_the_form_tells_what_does_not_fit(at, course, room, office):
    trainer = make_person(course.studio, "trainer")
    data = {"course": course.pk, "trainer": trainer.pk, "planned_on": "2021-03-10", "capacity": 20, "room": room.pk}
    answer = at(office, "training:session_new", data={**data, "start_time": "20:00", "class_hours": 8})
    assert answer.status_code == 422
    assert "do not end on the same day" in answer.context["form"].errors["class_hours"][0]
    answer = at(office, "training:session_new", data={**data, "place": "Yard", "class_hours": 4})
    assert {"start_time", "place"} <= set(answer.context["form"].errors)
