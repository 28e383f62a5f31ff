"""Links between records: shown from both ends, each end only to who sees it, and nothing told of hidden ones."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disciplines.models import Discipline
from innovations.models import InnovationKind, Project, Proposal
from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.links import actions
from studio.links.models import Link, key_of
from studio.links.registry import linkable
from tests.factories import make_person, make_studio
from training.models import Course, Session

pytestmark = pytest.mark.django_db
PARTS = {"HX-Request": "true", "HX-Target": "link-choices"}


@pytest.fixture
def studio():
    return make_studio()


@pytest.fixture
def office(studio):
    return make_person(studio, "office")


@pytest.fixture
def project(studio, office):
    return make_project(studio, office, "Pump project")


@pytest.fixture
def course(studio):
    return make_course(studio, "Pump course")


def make_course(studio, title):
    return Course.objects.create(studio=studio, title_en=title, hours=4)


def make_project(studio, leader, title, **values):
    return Project.objects.create(
        studio=studio, leader=leader, title_en=title, kind=InnovationKind.objects.first(), aim="x", **values
    )


def choose(record):
    kwargs = {"studio": record.studio.slug, "kind": record._meta.label_lower, "pk": record.pk}
    return reverse("links:choose", kwargs=kwargs)


def page_of(client, person, record, **headers):
    client.force_login(person)
    return client.get(record.get_absolute_url(), headers=headers).content.decode()


def test_linking_shows_at_both_ends(client, office, project, course):
    client.force_login(office)
    assert client.post(choose(project), {"to": key_of(course)}).status_code == 302
    assert "Pump course" in page_of(client, office, project)
    assert "Pump project" in page_of(client, office, course)
    row = AuditRow.objects.get(verb="link.add")
    assert (row.actor_id, row.studio_id) == (office.pk, project.studio_id)


def test_twice_is_once_from_either_side(office, project, course):
    one = actions.link(project, course, office)
    assert actions.link(course, project, office) == one
    assert Link.objects.count() == 1


def test_taking_a_link_away(client, office, project, course):
    link = actions.link(project, course, office)
    client.force_login(office)
    address = reverse("links:remove", kwargs={"studio": project.studio.slug, "pk": link.pk})
    assert client.get(address).status_code == 405
    assert client.post(address, {"from": key_of(course)}).status_code == 302
    assert not Link.objects.exists() and AuditRow.objects.filter(verb="link.remove").exists()
    assert client.post(address, {"from": key_of(course)}).status_code == 404


def test_the_database_refuses_a_pair_twice_and_a_record_with_itself(studio, project, course):
    one, two = key_of(project), key_of(course)
    Link.objects.create(studio=studio, first=one, second=two)
    for first, second in ((one, two), (two, one), (one, one)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Link.objects.create(studio=studio, first=first, second=second)


def test_editing_one_end_and_seeing_the_other_is_needed(client, studio, project, course):
    member = make_person(studio, "member")
    with pytest.raises(Refused) as refused:
        actions.link(course, project, member)
    assert refused.value.status == 403
    client.force_login(member)
    assert client.post(choose(course), {"to": key_of(project)}).status_code == 403
    assert client.get(choose(course)).status_code == 403
    own = make_project(studio, member, "Own project")
    assert client.post(choose(own), {"to": key_of(course)}).status_code == 302
    assert "Take away" in page_of(client, member, own)
    assert "Take away" not in page_of(client, member, course)


def test_a_hidden_end_is_not_told(client, studio, office, course):
    """A participant sees a course that is open for enrolment, but nobody's proposal but the own."""
    kind = InnovationKind.objects.first()
    hidden = Proposal.objects.create(
        studio=studio, author=office, title_en="Secret idea", kind=kind, problem="x", idea="x"
    )
    trainer = make_person(studio, "trainer")
    day = {"planned_on": date(2021, 1, 1), "class_hours": 1, "state": "open"}
    Session.objects.create(studio=studio, course=course, trainer=trainer, **day)
    link = actions.link(course, hidden, office)
    participant = make_person(studio)
    page = page_of(client, participant, course)
    assert "Nothing is linked yet" in page
    history = client.get(course.get_absolute_url(), {"part": "history"}).content.decode()
    for text in ("Secret", "Linked with another", key_of(hidden), f"/links/{link.pk}/"):
        assert text not in page + history
    client.force_login(participant)
    address = reverse("links:remove", kwargs={"studio": studio.slug, "pk": link.pk})
    assert client.post(address, {"from": key_of(course)}).status_code == 404
    assert Link.objects.exists()


def test_another_studio_stays_out(client, studio, office, project):
    other = make_studio(company=studio.company)
    foreign = make_course(other, "Kestrel pump")
    with pytest.raises(Refused) as refused:
        actions.link(project, foreign, office)
    assert refused.value.status == 404
    client.force_login(office)
    assert client.post(choose(project), {"to": key_of(foreign)}).status_code == 404
    assert "Kestrel" not in client.get(choose(project), {"q": "pump"}).content.decode()
    mixed = choose(foreign).replace(other.slug, studio.slug)
    assert client.get(mixed).status_code == 404


def test_kinds_of_one_app_are_related_by_their_own_fields(studio, office, project):
    another = make_project(studio, office, "Another project")
    assert actions.link(project, another, office)
    courses = [make_course(studio, name) for name in "AB"]
    with pytest.raises(Refused, match="cannot be linked"):
        actions.link(*courses, office)
    with pytest.raises(Refused, match="cannot be linked"):
        actions.link(project, Project.objects.get(pk=project.pk), office)
    with pytest.raises(Refused, match="cannot be linked"):
        actions.link(project, make_session(courses[0], office), office)


def make_session(course, trainer):
    return Session.objects.create(
        studio=course.studio, course=course, trainer=trainer, planned_on=date(2021, 1, 1), class_hours=1
    )


def test_choosing_by_words_marks_what_is_linked_already(client, studio, office, project, course):
    make_course(studio, "Pump repair")
    actions.link(project, course, office)
    client.force_login(office)
    page = client.get(choose(project), {"q": "pump"}, headers=PARTS).content.decode()
    assert "<html" not in page
    assert f'value="{key_of(course)}"' not in page and "linked already" in page
    assert page.count('name="to"') == 1
    assert "Pump project" not in page.replace("<mark>", "").replace("</mark>", "") or "linked already" in page
    assert "Nothing that you may link" in client.get(choose(project), {"q": "xyz"}).content.decode()


@pytest.mark.parametrize("to", ["", "x", "training.course:", "training.course:x", "training.course:" + "9" * 30,
                                "organisation.person:1", "training.course:٣"])  # fmt: skip
def test_a_made_up_end_is_not_found(client, office, project, to):
    client.force_login(office)
    assert client.post(choose(project), {"to": to}).status_code == 404


def test_links_go_with_a_deleted_draft(client, studio, office, project, course):
    actions.link(project, course, office)
    client.force_login(office)
    address = reverse("training:course_delete", kwargs={"studio": studio.slug, "pk": course.pk})
    assert client.post(address).status_code == 302
    assert not Link.objects.exists()


def test_the_number_of_queries_does_not_depend_on_the_links(client, studio, office, project):
    client.force_login(office)
    counts = []
    for many in (1, 40):
        for number in range(many):
            actions.link(project, make_course(studio, f"Course {number}"), office)
        actions.link(project, make_project(studio, office, f"Project {many}"), office)
        client.get(project.get_absolute_url())
        with CaptureQueriesContext(connection) as queries:
            page = client.get(project.get_absolute_url()).content.decode()
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert page.count("Take away the link with Course") == 41


def test_a_record_has_not_more_links_than_a_card_shows(monkeypatch, studio, office, project, course):
    monkeypatch.setattr(actions, "MOST", 1)
    actions.link(project, course, office)
    with pytest.raises(Refused, match="at most 1"):
        actions.link(project, make_course(studio, "B"), office)


def test_linkable_kinds_can_be_looked_for():
    from studio.kit.searching import searched_as

    for kind in linkable:
        entry = searched_as(kind.model)
        assert entry is not None and entry.icon, f"{kind.key} needs an entry with an icon in search.py"
    assert Discipline._meta.label_lower not in linkable
