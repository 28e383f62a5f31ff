"""What the site knows about a person, and what of it is linked."""

import pytest

from studio.facilities.models import Equipment, Room
from studio.links.registry import linkable_as
from studio.organisation.querysets import facts_of
from studio.organisation.registries import facts
from tests.facilities.factories import make_room, make_visitors


@pytest.mark.parametrize("kind", [Room, Equipment])
def test_rooms_and_equipment_are_linked_with_records_of_other_apps(kind):
    assert linkable_as(kind) is not None


def test_who_keeps_a_room_and_who_guided_visitors(at, studio, office, member):
    make_room(studio, name="", name_en="Seal workshop", keeper=member)
    make_room(studio)
    make_visitors(studio, guide=member, heads=17)
    told = {fact.source.key for fact in facts_of(member, studio, office)} - {"organisation.role"}
    assert told == {"facilities.room", "facilities.guide"}
    page = at(office, "organisation:person_detail", pk=member.pk).content.decode()
    assert "Seal workshop" in page and "Guided visitors" in page
    for key in told:
        answer = at(office, facts[key].list, query=f"?fact={key}&who={member.pk}")
        assert answer.context["pager"].count == 1
