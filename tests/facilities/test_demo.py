from datetime import timedelta

import pytest
from django.utils import timezone

from studio.core.periods import Period
from studio.facilities.models import Equipment, Room, RoomDay, Use, VisitorBatch
from studio.home.registries import demo
from studio.home.world import add_bases, build_world
from studio.indicators.engine import compute
from tests.facilities.intervals import day_of, part_of
from tests.factories import make_studio

SIZES = {"rotating": 19, "static": 17, "electrical": 16, "instrument": 15}


@pytest.fixture
def world(db):
    studio = make_studio(slug="sample-works")
    made = build_world(studio, 2021, SIZES, prefix="t")
    add_bases(studio)
    return made


def test_two_sample_years_that_are_counted_right(world, django_assert_max_num_queries):
    with django_assert_max_num_queries(400):
        demo["facilities"](world)
        demo["training"](world)
    studio = world.studio
    for year in (2020, 2021):
        table = compute(studio, Period.year(year))
        assert 10 <= table.value("facilities.utilisation").value <= 70
        assert table.value("facilities.used_hours_training").value > 0
        assert table.value("facilities.group_visits").value >= 10
        for discipline in world.disciplines:
            assert table.value("facilities.used_hours", discipline).value
    recent = timezone.localdate() - timedelta(days=40)
    assert Use.objects.filter(day__gt=recent).exists()
    room = Room.objects.filter(studio=studio, use="practice").first()
    uses = list(Use.objects.filter(room=room, day__range=("2021-04-01", "2021-05-10")))
    closures, hours = list(room.closures.model.objects.filter(studio=studio)), list(room.open_hours.all())
    rows = RoomDay.objects.filter(room=room, day__range=("2021-04-01", "2021-05-10"))
    for row in rows:
        found = row.open_minutes, row.used_minutes, row.used_open_minutes
        assert found == day_of(room, row.day, hours, closures, uses), row.day
    assert [use.counted_minutes for use in uses] == [part_of(use, uses) for use in uses]
    models = (Room, Use, Equipment, VisitorBatch)
    before = [model.objects.count() for model in models]
    demo["facilities"](world)
    assert [model.objects.count() for model in models] == before
