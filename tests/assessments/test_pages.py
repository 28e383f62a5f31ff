"""The pages of visits, comments and actions: who sees what, and what the forms refuse."""

from datetime import date

import pytest
from django.urls import reverse

from studio.assessments.models import AgendaItem, Comment, ImprovementAction, Visit, VisitPerson
from tests.assessments.factories import make_action, make_comment, make_request, make_topic, make_visit
from tests.factories import make_group, make_leader, make_person, make_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_studio()


@pytest.fixture
def visit(studio):
    return make_visit(studio)


def url(studio, name, **kwargs):
    return reverse(f"assessments:{name}", kwargs={"studio": studio.slug, **kwargs})


def sign_in(client, studio, role):
    person = make_person(studio, role)
    client.force_login(person)
    return person


def comment_data(visit, **values):
    data = {"visit": visit.pk, "kind": "request", "topic": make_topic().pk, "gist_en": "More order", "order": 1}
    return {**data, **values}


@pytest.mark.parametrize(
    ("role", "status"),
    [("lead", 200), ("office", 200), ("manager", 200), ("assessor", 200), ("member", 403), ("finance", 403)],
)
def test_who_sees_visits_comments_and_actions(client, studio, visit, role, status):
    action = make_action(make_request(visit))
    sign_in(client, studio, role)
    for page in ("visit_list", "comment_list", "action_list"):
        assert client.get(url(studio, page)).status_code == status
    for page, record in (("visit_detail", visit), ("comment_detail", action.request), ("action_detail", action)):
        assert client.get(url(studio, page, pk=record.pk)).status_code == status


@pytest.mark.parametrize("role", ["manager", "assessor"])
def test_readers_change_no_visit(client, studio, visit, role):
    sign_in(client, studio, role)
    assert client.get(url(studio, "visit_new")).status_code == 403
    assert client.get(url(studio, "visit_edit", pk=visit.pk)).status_code == 403
    assert client.post(url(studio, "visit_person_new"), {"visit": visit.pk, "name_en": "X"}).status_code == 403
    assert client.post(url(studio, "agenda_item_new"), {"visit": visit.pk, "text_en": "X"}).status_code == 403
    assert client.get(url(studio, "action_new")).status_code == 403


def test_another_studio_s_records_are_not_there(client, studio):
    foreign = make_visit(make_studio(), assessed_by_en="Kestrel team")
    request = make_request(foreign)
    action = make_action(request)
    sign_in(client, studio, "lead")
    for page, record in (("visit_detail", foreign), ("comment_detail", request), ("action_detail", action)):
        assert client.get(url(studio, page, pk=record.pk)).status_code == 404
    for page, record in (("visit_edit", foreign), ("comment_edit", request), ("action_edit", action)):
        assert client.post(url(studio, page, pk=record.pk), {}).status_code == 404
    assert "Kestrel" not in client.get(url(studio, "visit_list")).content.decode()
    answer = client.post(url(studio, "comment_new"), comment_data(foreign))
    assert answer.status_code == 422
    assert Comment.objects.count() == 1


def test_a_visit_is_recorded_with_its_lines(client, studio):
    sign_in(client, studio, "office")
    data = {"kind": "national", "assessed_by_en": "Assessment team", "month": 10, "day": 28}
    assert client.post(url(studio, "visit_new"), data).status_code == 302
    visit = Visit.objects.get()
    page = url(studio, "visit_detail", pk=visit.pk)
    person = {"visit": visit.pk, "party": "team", "name_en": "Li Shufeng", "unit_en": "Federation", "order": 1}
    assert client.post(url(studio, "visit_person_new"), person).url == page
    item = {"visit": visit.pk, "order": 1, "speaker_en": "Sun Qin", "text_en": "chaired the briefing"}
    assert client.post(url(studio, "agenda_item_new"), item).url == page
    assert client.post(url(studio, "comment_new"), comment_data(visit)).url == page
    html = client.get(page).content.decode()
    for text in ("Li Shufeng", "chaired the briefing", "More order", "10-28 (year not recorded)", "not counted"):
        assert text in html
    assert client.post(url(studio, "visit_person_delete", pk=VisitPerson.objects.get().pk)).url == page
    assert (
        client.post(url(studio, "agenda_item_edit", pk=AgendaItem.objects.get().pk), {**item, "version": 1}).url == page
    )


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"held_on": "2021-02-30"}, "valid date"),
        ({"held_on": "2021-05-20", "month": 10}, "Give either the date"),
        ({"month": 2, "day": 30}, "no such day"),
        ({"assessed_by_en": ""}, "who the visitors are"),
        ({"assessed_by_en": "x" * 10_000}, "at most 200"),
        ({"assessed_by_en": "a\x00b"}, "cannot be shown"),
        ({"kind": "picnic"}, "valid choice"),
    ],
)
def test_bad_visits_are_told_and_not_saved(client, studio, values, message):
    sign_in(client, studio, "office")
    answer = client.post(url(studio, "visit_new"), {"kind": "national", "assessed_by_en": "Team", **values})
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not Visit.objects.exists()


def test_an_assessor_writes_own_comments_only_and_sets_no_day(client, studio, visit):
    other = make_comment(visit)
    assessor = sign_in(client, studio, "assessor")
    assert client.post(url(studio, "comment_new"), comment_data(visit, raised_on="2021-05-20")).status_code == 302
    own = Comment.objects.get(author=assessor)
    assert own.raised_on is None
    data = comment_data(visit, gist_en="Much more order", version=own.version, raised_on="2021-05-20")
    assert client.post(url(studio, "comment_edit", pk=own.pk), data).status_code == 302
    own.refresh_from_db()
    assert (own.gist_en, own.raised_on) == ("Much more order", None)
    assert client.get(url(studio, "comment_edit", pk=other.pk)).status_code == 403
    assert client.post(url(studio, "comment_delete", pk=other.pk)).status_code == 403


def test_office_sets_the_day_of_a_request(client, studio, visit):
    request = make_request(visit, raised_on=None)
    sign_in(client, studio, "office")
    data = comment_data(visit, topic=request.topic_id, version=1)
    future = client.post(url(studio, "comment_edit", pk=request.pk), {**data, "raised_on": "2199-01-01"})
    assert "has not come yet" in future.content.decode()
    assert (
        client.post(url(studio, "comment_edit", pk=request.pk), {**data, "raised_on": "2021-05-20"}).status_code == 302
    )
    request.refresh_from_db()
    assert request.raised_on == date(2021, 5, 20)


def test_praise_has_no_day(client, studio, visit):
    sign_in(client, studio, "office")
    answer = client.post(url(studio, "comment_new"), comment_data(visit, kind="praise", raised_on="2021-05-20"))
    assert answer.status_code == 422
    assert "Only a request" in answer.content.decode()


def test_a_line_stays_with_its_visit(client, studio, visit):
    comment, other = make_comment(visit), make_visit(studio)
    sign_in(client, studio, "office")
    data = comment_data(other, kind="praise", topic=comment.topic_id, version=1)
    assert client.post(url(studio, "comment_edit", pk=comment.pk), data).status_code == 302
    comment.refresh_from_db()
    assert comment.visit == visit


def test_a_request_becomes_an_action_of_the_own_group(client, studio, visit):
    request = make_request(visit)
    group, other = make_group(studio), make_group(studio)
    leader = make_leader(group)
    client.force_login(leader)
    data = {"request": request.pk, "title_en": "Joint topic", "owner": leader.pk, "due_on": "2027-01-31"}
    refused = client.post(url(studio, "action_new"), {**data, "discipline": other.discipline_id})
    assert refused.status_code in (403, 409)
    assert not ImprovementAction.objects.exists()
    assert client.post(url(studio, "action_new"), {**data, "discipline": group.discipline_id}).status_code == 302
    assert ImprovementAction.objects.get().owner == leader


def test_the_form_offers_only_owners_who_may_work(client, studio, visit):
    request = make_request(visit)
    member = make_person(studio, "member", name_en="Just Member")
    sign_in(client, studio, "lead")
    page = client.get(url(studio, "action_new") + f"?request={request.pk}").content.decode()
    assert "Just Member" not in page
    data = {"request": request.pk, "title_en": "Topic", "owner": member.pk, "due_on": "2027-01-31"}
    assert client.post(url(studio, "action_new"), data).status_code == 422


def test_a_move_without_proof_says_so_on_the_page(client, studio, visit):
    office = sign_in(client, studio, "office")
    action = make_action(make_request(visit), office)
    assert client.post(url(studio, "action_move", pk=action.pk, move="start"), {"version": 1}).status_code == 302
    page = client.get(url(studio, "action_detail", pk=action.pk)).content.decode()
    assert "Attach a file as proof first" in page
    answer = client.post(url(studio, "action_move", pk=action.pk, move="finish"), {"done_on": "2021-06-01"})
    assert answer.status_code == 409
    assert client.post(url(studio, "action_move", pk=action.pk, move="verify")).status_code == 403


def test_overdue_filter(client, studio, visit):
    office = sign_in(client, studio, "office")
    make_action(make_request(visit), office, title_en="Late one", due_on=date(2021, 1, 1))
    make_action(make_request(visit), office, title_en="Future one", due_on=date(2199, 1, 1))
    html = client.get(url(studio, "action_list"), {"overdue": "true"}).content.decode()
    assert "Late one" in html
    assert "Future one" not in html


@pytest.mark.parametrize("page", ["visit_list", "comment_list", "action_list"])
def test_lists_ask_as_often_for_1_row_as_for_50(client, studio, django_assert_num_queries, page):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    office = sign_in(client, studio, "office")
    topic = make_topic()
    counts = []
    for number in (1, 49):
        for _each in range(number):
            request = make_request(make_visit(studio), topic=topic)
            make_action(request, office)
        client.get(url(studio, page))
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert client.get(url(studio, page)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


def test_a_visit_s_page_asks_as_often_for_many_lines(client, studio, visit):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    office = sign_in(client, studio, "office")
    counts = []
    for number in (1, 20):
        for _each in range(number):
            make_action(make_request(visit), office)
            VisitPerson.objects.create(studio=studio, visit=visit, name_en="Somebody")
        with CaptureQueriesContext(connection) as asked:
            client.get(url(studio, "visit_detail", pk=visit.pk))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_undated_visits_come_last_and_can_be_picked(client, studio):
    make_visit(studio, assessed_by_en="Undated team", held_on=None, month=10, day=28)
    make_visit(studio, assessed_by_en="Dated team")
    sign_in(client, studio, "office")
    html = client.get(url(studio, "visit_list")).content.decode()
    assert html.index("Dated team") < html.index("Undated team")
    assert "10-28 (year not recorded)" in html
    only = client.get(url(studio, "visit_list"), {"undated": "true"}).content.decode()
    assert "Undated team" in only
    assert "Dated team" not in only.replace("Undated team", "")
    assert "Undated team" not in client.get(url(studio, "visit_list"), {"period": "2021"}).content.decode()


def test_the_page_in_chinese(client, studio, visit):
    make_action(make_request(visit))
    person = make_person(studio, "lead", language="zh-hans")
    client.force_login(person)
    assert client.get(url(studio, "visit_detail", pk=visit.pk)).status_code == 200
