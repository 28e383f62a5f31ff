"""The lead's own words: written by whom it may be, every revision kept, nobody overwritten silently."""

import pytest
from django.db import DatabaseError, transaction

from disciplines.models import Group
from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.organisation.records import StaleRecord
from studio.reports import texts
from studio.reports.models import LeadText, TextRevision
from tests.factories import make_leader, make_person

from .factories import make_full_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_full_studio()


def write(studio, person, body, **values):
    where = {"period_key": "2021", "chapter": "training", "discipline": None, "language": "en", **values}
    return texts.write(studio, person, body=body, **where)


def test_every_saved_text_is_a_revision_with_author_and_audit_row(studio):
    lead, office = make_person(studio, "lead"), make_person(studio, "office")
    write(studio, lead, "First.\r\n\r\nSecond.")
    text = write(studio, office, "Better.")
    said = list(text.revisions.order_by("number").values_list("number", "body", "author"))
    assert said == [(1, "First.\n\nSecond.", lead.pk), (2, "Better.", office.pk)]
    assert AuditRow.objects.filter(verb="briefing_text.write").count() == 2


def test_saying_the_same_again_changes_nothing(studio):
    lead = make_person(studio, "lead")
    write(studio, lead, "")
    assert not LeadText.objects.exists()
    write(studio, lead, "Same.")
    write(studio, lead, " Same. ", version=0)
    assert TextRevision.objects.count() == 1


def test_the_slower_of_two_authors_is_told(studio):
    lead, office = make_person(studio, "lead"), make_person(studio, "office")
    write(studio, lead, "Lead's.", version=0)
    with pytest.raises(StaleRecord):
        write(studio, office, "Office's.", version=0)
    assert LeadText.objects.get().body == "Lead's."


def test_revisions_do_not_change_in_the_database_either(studio):
    text = write(studio, make_person(studio, "lead"), "Said.")
    with pytest.raises(DatabaseError), transaction.atomic():
        text.revisions.update(body="Never said.")


def test_a_group_leader_writes_for_the_own_group_only(studio):
    group, other = Group.objects.filter(studio=studio)
    leader = make_leader(group)
    assert write(studio, leader, "Ours.", chapter="groups", discipline=group.discipline)
    for discipline in (other.discipline, None):
        with pytest.raises(Refused):
            write(studio, leader, "Not ours.", chapter="groups", discipline=discipline)


@pytest.mark.parametrize("role", ["member", "trainer", "finance", "manager", "assessor"])
def test_others_do_not_write(studio, role):
    with pytest.raises(Refused):
        write(studio, make_person(studio, role), "No.")


def test_what_is_said_now_falls_back_to_the_other_language(studio):
    lead = make_person(studio, "lead")
    write(studio, lead, "English.")
    said = texts.current(studio, "2021")
    assert said("training").zh == "English."
    assert said("innovations") is None
    write(studio, lead, "中文。", language="zh-hans")
    assert texts.current(studio, "2021")("training").zh == "中文。"
    assert texts.current(studio, "2020")("training") is None
