"""Recording uses by hand: who may, what is refused, what follows another record."""

from datetime import timedelta

import pytest
from django.utils import timezone

from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.facilities import uses
from studio.facilities.models import Use
from studio.organisation.records import StaleRecord
from tests.facilities.factories import DAY, clock, make_room, make_use

TODAY = timezone.localdate()


def test_a_use_names_who_recorded_it(room, member):
    use = make_use(room, actor=member)
    assert (use.recorded_by, use.counted_minutes) == (member, 60)
    assert AuditRow.objects.filter(verb="create", object_id=str(use.pk), actor_id=member.pk).exists()


def test_nothing_is_recorded_ahead(room):
    assert make_use(room, day=TODAY)
    with pytest.raises(Refused, match="lies ahead"):
        make_use(room, day=TODAY + timedelta(days=1))


def test_a_room_out_of_service_is_not_used(studio):
    room = make_room(studio, from_date=DAY, to_date=DAY)
    assert make_use(room)
    for shift in (-1, 1):
        with pytest.raises(Refused, match="not in service"):
            make_use(room, day=DAY + timedelta(days=shift))
    assert Use.objects.count() == 1


def test_an_older_copy_does_not_overwrite(room, office):
    use, older = make_use(room), Use.objects.get()
    uses.change_use(use, office, room=room, day=DAY, starts=clock("09:00"), ends=clock("11:00"))
    with pytest.raises(StaleRecord):
        uses.change_use(older, office, room=room, day=DAY, starts=clock("09:00"), ends=clock("12:00"))
    assert Use.objects.get().ends == clock("11:00")


def test_a_use_is_deleted_once(room, office):
    use = make_use(room)
    uses.delete_use(use, office)
    with pytest.raises(Refused, match="deleted already"):
        uses.delete_use(use, office)


@pytest.mark.parametrize(
    ("starts", "hours", "length", "ends"),
    [
        ("08:30", "4", "45", "11:30"),
        ("08:30", "0.5", "45", "08:53"),
        ("22:00", "2", "45", "23:30"),
        ("22:30", "2", "45", None),
        ("14:00", "2", "50", "15:40"),
    ],
)
def test_class_hours_end_on_their_day_or_not_at_all(starts, hours, length, ends):
    found = uses.end_after(clock(starts), uses.Decimal(hours), uses.Decimal(length))
    assert found == (ends and clock(ends))


def test_other_uses_at_the_same_time_are_fine(room):
    make_use(room, function="training")
    make_use(room, function="training")
    assert Use.objects.count() == 2
