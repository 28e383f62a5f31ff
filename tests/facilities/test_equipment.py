from datetime import date, timedelta

import pytest
from django.utils import timezone

from studio.audit.errors import Refused
from studio.core.periods import Period
from studio.facilities import calibrations
from studio.facilities.flows import equipment_flow
from studio.facilities.models import Calibration, Equipment
from studio.indicators.engine import compute
from studio.notices.tasks import tasks_of
from tests.facilities.factories import SERVED, make_equipment
from tests.factories import make_person

TODAY = timezone.localdate()
MOVES = {
    "repair": ({"in_service"}, "repair"),
    "repaired": ({"repair"}, "in_service"),
    "retire": ({"in_service", "repair"}, "retired"),
}


def calibrate(equipment, done_on, days=365, actor=None):
    actor = actor or make_person(equipment.studio, "office")
    values = {"done_on": done_on, "due_on": done_on + timedelta(days=days)}
    return calibrations.record_calibration(actor, equipment.studio, equipment=equipment, **values)


@pytest.mark.parametrize("state", ["in_service", "repair", "retired"])
@pytest.mark.parametrize("key", MOVES)
def test_equipment_moves_from_its_sources_only(studio, key, state):
    sources, target = MOVES[key]
    equipment = make_equipment(studio, state=state, retired_on=TODAY if state == "retired" else None)
    lead = make_person(studio, "lead")
    if state not in sources:
        with pytest.raises(Refused, match="the state is now"):
            equipment_flow.go(equipment, key, lead, reason="why")
        return
    moved = equipment_flow.go(equipment, key, lead, reason="why")
    assert (moved.state, moved.retired_on) == (target, TODAY if target == "retired" else None)


@pytest.mark.parametrize("role", ["lead", "office", "member", "trainer", "manager"])
@pytest.mark.parametrize(("key", "allowed"), [("repair", {"lead", "office"}), ("retire", {"lead"})])
def test_who_may_move_equipment(studio, role, key, allowed):
    equipment, actor = make_equipment(studio), make_person(studio, role)
    if role in allowed:
        assert equipment_flow.go(equipment, key, actor, reason="why")
        return
    with pytest.raises(Refused) as refused:
        equipment_flow.go(equipment, key, actor, reason="why")
    assert refused.value.status == 403


@pytest.mark.parametrize(
    ("day", "reason"), [(TODAY + timedelta(days=1), "lies ahead"), (SERVED - timedelta(days=1), "came into service")]
)
def test_equipment_retires_on_a_day_of_its_service(studio, day, reason):
    with pytest.raises(Refused, match=reason):
        equipment_flow.go(make_equipment(studio), "retire", make_person(studio, "lead"), reason="Old", retired_on=day)


def test_the_newest_calibration_says_when_the_next_is_due(studio):
    equipment = make_equipment(studio)
    last = calibrate(equipment, date(2022, 3, 1))
    calibrate(equipment, date(2021, 3, 1))
    equipment.refresh_from_db()
    assert (equipment.calibrated_on, equipment.calibration_due) == (date(2022, 3, 1), date(2023, 3, 1))
    assert list(Calibration.objects.order_by("done_on").values_list("superseded_on", flat=True)) == [
        date(2022, 3, 1),
        None,
    ]
    calibrations.delete_calibration(last, make_person(studio, "office"))
    equipment.refresh_from_db()
    assert equipment.calibration_due == date(2022, 3, 1)
    assert Calibration.objects.get().superseded_on is None


def test_a_calibration_that_changes_its_day_changes_the_order(studio, office):
    equipment = make_equipment(studio)
    first, second = calibrate(equipment, date(2021, 3, 1)), calibrate(equipment, date(2022, 3, 1))
    values = {"equipment": equipment, "due_on": date(2024, 3, 1)}
    calibrations.change_calibration(Calibration.objects.get(pk=first.pk), office, done_on=date(2023, 3, 1), **values)
    second.refresh_from_db()
    equipment.refresh_from_db()
    assert (second.superseded_on, equipment.calibration_due) == (date(2023, 3, 1), date(2024, 3, 1))


def test_a_calibration_stays_with_its_equipment(studio, office):
    row = calibrate(make_equipment(studio), date(2021, 3, 1))
    values = {"done_on": row.done_on, "due_on": row.due_on}
    with pytest.raises(Refused, match="stays with its equipment"):
        calibrations.change_calibration(row, office, equipment=make_equipment(studio), **values)


def test_retired_equipment_is_not_calibrated(studio):
    with pytest.raises(Refused, match="is retired"):
        calibrate(make_equipment(studio, state="retired", retired_on=TODAY), TODAY)


def test_a_past_year_stays_what_it_was(studio):
    """What is calibrated now was overdue at the end of 2021, and still counts so."""
    equipment = make_equipment(studio)
    calibrate(equipment, date(2021, 1, 10), days=100)

    def overdue():
        return compute(studio, Period.year(2021)).value("facilities.calibration_overdue").value

    assert overdue() == 1
    calibrate(equipment, TODAY)
    equipment_flow.go(equipment, "retire", make_person(studio, "lead"), reason="Old")
    assert overdue() == 1


def test_what_has_run_out_is_seen_and_waits_for_somebody(studio, office, discipline, leader):
    late = make_equipment(studio, number="late")
    soon = make_equipment(studio, number="soon", discipline=discipline)
    fine = make_equipment(studio, number="fine")
    never = make_equipment(studio, number="never")
    calibrate(late, TODAY - timedelta(days=366))
    calibrate(soon, TODAY - timedelta(days=360))
    calibrate(fine, TODAY)
    states = dict(Equipment.objects.with_calibration().values_list("number", "calibration"))
    assert states == {late.number: "overdue", soon.number: "soon", fine.number: "valid", never.number: "none"}

    (group,) = [group for group in tasks_of(office, studio) if group.key == "facilities.calibrate"]
    assert group.items == [late, soon]
    assert list(Equipment.objects.to_calibrate(office, studio)) == [late, soon]
    assert list(Equipment.objects.to_calibrate(leader, studio)) == [soon]
    assert list(Equipment.objects.to_calibrate(make_person(studio, "member"), studio)) == []
