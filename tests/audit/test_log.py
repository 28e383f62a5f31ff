import pytest
from django.core.management import CommandError, call_command

from studio.audit.log import first_broken, record, seal
from studio.audit.models import AuditRow
from tests.factories import make_person, make_studio

pytestmark = pytest.mark.django_db


def test_a_row_holds_ids_and_no_names():
    studio = make_studio()
    person = make_person(studio, "lead", name_en="Somebody Known")
    row = record(person, "studio.edited", studio, studio=studio, fields=["name"])
    assert (row.actor_id, row.studio_id, row.object_type) == (person.pk, studio.pk, "organisation.studio")
    assert "Somebody" not in str(row.content())


def test_sealing_chains_rows_once():
    person = make_person()
    for number in range(5):
        record(person, "thing.done", number=number)
    assert seal() == 5
    assert seal() == 0
    assert list(AuditRow.objects.order_by("sequence").values_list("sequence", flat=True)) == [1, 2, 3, 4, 5]
    assert first_broken() is None


@pytest.mark.parametrize("change", [{"reason": "other"}, {"facts": {"number": 99}}, {"actor_id": None}])
def test_any_change_of_a_sealed_row_shows(change):
    person = make_person()
    rows = [record(person, "thing.done", number=number) for number in range(3)]
    seal()
    AuditRow.objects.filter(pk=rows[1].pk).update(**change)
    assert first_broken() == rows[1]


def test_a_removed_row_shows():
    rows = [record(None, "thing.done") for _each in range(3)]
    seal()
    rows[1].delete()
    assert first_broken() == rows[2]


def test_the_command_tells_whether_the_chain_is_whole(capsys):
    rows = [record(None, "thing.done", number=number) for number in range(3)]
    call_command("verify_audit")
    assert "3 rows, none changed" in capsys.readouterr().out
    AuditRow.objects.filter(pk=rows[1].pk).update(reason="other")
    with pytest.raises(CommandError, match=f"row {rows[1].pk} "):
        call_command("verify_audit")
