"""What a record's history says."""

import pytest

from studio.kit.history import history_of
from tests.factories import make_person, make_studio
from tests.sharing.factories import make_event, make_partner

pytestmark = pytest.mark.django_db


def test_records_chosen_together_are_named_in_the_history():
    studio = make_studio()
    office = make_person(studio, "office")
    pumps, seals = make_partner(studio, name_en="Pump works"), make_partner(studio, name_en="Seal works")
    event = make_event(studio)
    event.partners.set([seals, pumps])
    event.title_en = "Seals and pumps"
    event.save()
    event.partners.set([pumps])
    changes = [change for row in history_of(event, office) for change in row.changes]
    partners = [tuple(map(str, one)) for one in changes if str(one[0]) == "partner units"]
    assert partners[0][1:] == ("Pump works, Seal works", "Pump works")
    assert any(str(one[2]) == "Seals and pumps" for one in changes)
