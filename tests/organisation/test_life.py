"""One person's record over all functions: in few queries, as far as the viewer sees, and as a file."""

import csv
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse

from disciplines.models import LevelRecord, Occupation, SkillLevel
from innovations.models import InnovationKind, Project, ProjectMember, Proposal
from studio.audit.models import AuditRow
from studio.organisation.querysets import counts_of, facts_of, sources
from studio.organisation.registries import facts
from tests.factories import join_group, make_discipline, make_group, make_person, make_studio
from training.models import Attendance, Course, Session

pytestmark = pytest.mark.django_db
MOST_QUERIES = 15


@pytest.fixture
def studio():
    return make_studio()


@pytest.fixture
def person(studio):
    return make_person(studio, "member", name="陈志明", name_en="Chen Zhiming")


def address(studio, person, name="person_detail"):
    return reverse(f"organisation:{name}", kwargs={"studio": studio.slug, "pk": person.pk})


def attend(studio, person, day, title="Pumps", trainer=None, **values):
    """``person`` was in a session held on ``day``."""
    trainer = trainer or make_person(studio, "trainer")
    course = Course.objects.create(studio=studio, title_en=title, hours=4)
    held = {"state": "closed", "held_on": day, "closed_on": day, "planned_on": day, "class_hours": 4}
    session = Session.objects.create(studio=studio, course=course, trainer=trainer, **held)
    return Attendance.objects.create(studio=studio, session=session, person=person, status="present", **values)


def one_of_each(studio, person):
    """Something in each function that knows people, dated one after the other."""
    office, kind = make_person(studio, "office"), InnovationKind.objects.first()
    attend(studio, person, date(2021, 3, 1), score=80, passed=True)
    attend(studio, make_person(studio, "member"), date(2021, 3, 2), trainer=person)
    proposal = {"kind": kind, "problem": "x", "idea": "x", "state": "submitted", "submitted_on": date(2021, 4, 1)}
    Proposal.objects.create(studio=studio, title_en="Better seal", author=person, **proposal)
    running = {"kind": kind, "aim": "x", "state": "running", "approved_by": office, "approved_on": date(2021, 4, 1)}
    led = Project.objects.create(
        studio=studio, title_en="Seal project", leader=person, started_on=date(2021, 5, 1), **running
    )
    ProjectMember.objects.create(studio=studio, project=led, person=person)
    LevelRecord.objects.create(
        studio=studio,
        person=person,
        occupation=Occupation.objects.first(),
        level=SkillLevel.objects.get(step=5),
        reached_on=date(2019, 6, 1),
        basis="certificate",
    )
    join_group(make_group(studio, make_discipline(name_en="Rotation")), person, from_date=date(2018, 1, 1))


def test_everything_is_told_newest_first_with_result_and_place(client, studio, person):
    one_of_each(studio, person)
    client.force_login(make_person(studio, "office"))
    answer = client.get(address(studio, person))
    life = answer.context["life"]
    told = [(line.fact.source.key, line.fact.on.isoformat()) for line in life.lines]
    assert told == [
        ("innovations.led", "2021-05-01"),
        ("innovations.team", "2021-05-01"),
        ("innovations.proposed", "2021-04-01"),
        ("training.given", "2021-03-02"),
        ("training.attended", "2021-03-01"),
        ("disciplines.level", "2019-06-01"),
        ("disciplines.group", "2018-01-01"),
        ("organisation.role", "2015-01-01"),
    ]
    attended = next(line for line in life.lines if line.fact.source.key == "training.attended")
    assert (attended.fact.title, attended.fact.result, attended.fact.number) == ("Pumps", "passed", 80)
    page = answer.content.decode()
    assert attended.url in page and "Seal project" in page
    assert [section.key for section in life.sections] == ["training", "innovations", "studio"]


@pytest.mark.parametrize("many", [1, 500])
def test_the_whole_record_takes_few_queries_whatever_it_holds(client, studio, person, many):
    one_of_each(studio, person)
    trainer = make_person(studio, "trainer")
    course = Course.objects.create(studio=studio, title_en="Pumps", hours=4)
    days = [date(2020, 1, 1) + timedelta(days=number) for number in range(many)]
    held = [
        Session(
            studio=studio, course=course, trainer=trainer, planned_on=day, class_hours=1, state="closed",
            held_on=day, closed_on=day,
        )
        for day in days
    ]  # fmt: skip
    sessions = Session.objects.bulk_create(held)
    Attendance.objects.bulk_create(
        Attendance(studio=studio, session=session, person=person, status="present") for session in sessions
    )
    client.force_login(make_person(studio, "office"))
    client.get(address(studio, person))
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address(studio, person))
    assert answer.status_code == 200
    assert len(queries) <= MOST_QUERIES, "\n".join(query["sql"][:200] for query in queries)
    assert len(answer.context["life"].lines) == min(many + 8, 100)
    assert answer.context["life"].more == (many > 100)


def test_year_and_function_narrow_the_timeline(client, studio, person):
    one_of_each(studio, person)
    attend(studio, person, date(2020, 2, 2), title="Old course")
    client.force_login(make_person(studio, "office"))

    def keys(**query):
        life = client.get(address(studio, person), query).context["life"]
        return {line.fact.source.key for line in life.lines}

    assert keys(of="training") == {"training.attended", "training.given"}
    assert keys(year="2020") == {"training.attended"}
    assert keys(year="2019", of="training") == set()
    assert len(keys(year="x", of="nothing")) == 8, "what cannot be read narrows nothing"


def test_the_numbers_open_exactly_their_records(client, studio, person):
    one_of_each(studio, person)
    attend(studio, make_person(studio, "member", name_en="Somebody Else"), date(2021, 6, 1), title="Other course")
    client.force_login(make_person(studio, "office"))
    life = client.get(address(studio, person)).context["life"]
    counts = [count for section in life.sections for count in section.counts]
    assert {count.source.key for count in counts if not count.url} == {"innovations.team"}
    for count in counts:
        if count.url:
            answer = client.get(count.url)
            assert answer.context["pager"].count == count.many == 1, count.source.key
            page = answer.content.decode()
            assert "Chen Zhiming" in page and "Other course" not in page
            assert not answer.context["selection"].errors


@pytest.mark.parametrize("query", ["fact=nothing&who=1", "fact=training.attended&who=x", "fact=training.given&who={pk}",
                                   "fact=training.attended&who={foreign}", "fact=training.attended"])  # fmt: skip
def test_a_made_up_address_says_so_and_shows_the_whole_list(client, studio, person, query):
    attend(studio, person, date(2021, 6, 1))
    foreign = make_person(make_studio(), "member", name="红隼", name_en="Kestrel Person")
    client.force_login(make_person(studio, "office"))
    lists = reverse("training:attendance_list", kwargs={"studio": studio.slug})
    answer = client.get(f"{lists}?{query.format(pk=person.pk, foreign=foreign.pk)}")
    assert "not there" in " ".join(map(str, answer.context["selection"].errors))
    assert answer.context["pager"].count == 1 and "Kestrel" not in answer.content.decode()


def test_viewers_see_what_their_lists_show(studio, person):
    one_of_each(studio, person)
    other = make_studio(company=studio.company)
    attend(other, person, date(2021, 7, 1), title="Kestrel course")
    rules = {fact.source.key for fact in facts_of(person, studio)}
    assert rules == {fact.source.key for fact in facts_of(person, studio, make_person(studio, "office"))}
    judge = {fact.source.key for fact in facts_of(person, studio, make_person(studio, "judge"))}
    assert rules - judge == {"training.attended"}, "results of others are no judge's"
    assert not list(facts_of(person, studio, make_person(other, "lead", company=other.company)))
    assert "Kestrel" not in str(list(facts_of(person, studio)))
    assert counts_of(person, studio, make_person(studio, "judge")).get(("training.attended", 2021)) is None


def test_everybody_has_an_own_record_and_file(client, studio):
    for role in (None, "assessor", "member"):
        somebody = make_person(studio, role, name_en="Own Name")
        attend(studio, somebody, date(2021, 3, 1), title="Own course")
        client.force_login(somebody)
        page = client.get(reverse("organisation:own_record", kwargs={"studio": studio.slug})).content.decode()
        assert "Own Name" in page
        assert ("Own course" in page) == (role != "assessor"), role
        assert client.post(address(studio, somebody, "person_file"), {"format": "csv"}).status_code == 200
    stranger = make_person(make_studio(), "member")
    client.force_login(stranger)
    assert client.get(reverse("organisation:own_record", kwargs={"studio": studio.slug})).status_code == 404


def test_the_file_holds_everything_and_nothing_a_spreadsheet_would_run(client, studio, person):
    one_of_each(studio, person)
    attend(studio, person, date(2020, 2, 2), title="=1+1")
    client.force_login(make_person(studio, "office"))
    answer = client.post(address(studio, person, "person_file"), {"format": "csv"})
    rows = list(csv.DictReader(answer.content.decode("utf-8-sig").splitlines()))
    assert len(rows) == 9
    assert rows[4]["What"] == "Attended a session" and rows[4]["Number"] == "80.00" and rows[4]["From"] == "2021-03-01"
    assert "'=1+1" in [row["Title"] for row in rows]
    assert AuditRow.objects.filter(verb="export", facts__rows=9).exists()
    book = client.post(address(studio, person, "person_file"), {"format": "xlsx"})
    assert book.content.startswith(b"PK") and "person_file" in book["Content-Disposition"]
    assert client.post(address(studio, person, "person_file"), {"format": "exe"}).status_code == 400


def test_others_files_are_closed_like_their_pages(client, studio, person):
    for role in (None, "assessor"):
        client.force_login(make_person(studio, role))
        assert client.post(address(studio, person, "person_file")).status_code == 403
    client.force_login(make_person(studio, "lead"))
    foreign = make_person(make_studio(), "member")
    assert client.post(address(studio, foreign, "person_file")).status_code == 404
    assert client.get(address(studio, person, "person_file")).status_code == 405


@pytest.mark.parametrize("key", list(facts.keys()))
def test_every_source_can_be_read_alone_and_counted(studio, person, key):
    assert [fact for fact in facts_of(person, studio, keys=[key]) if fact.source.key != "organisation.role"] == []
    assert sources(person, studio, keys=[key])[0].key == key
    source = facts[key]
    assert source.label and source.many and source.order
    if isinstance(source.choice, str) and source.choice:
        assert source.word("no such choice") == "no such choice"
    if source.link:
        assert reverse(source.link, kwargs={"studio": studio.slug, "pk": 1})
    if source.list:
        view = resolve(reverse(source.list, kwargs={"studio": studio.slug}))
        assert view.func.view_class.record_model() is source.model


def test_the_own_record_leads_to_no_list_that_is_closed(client, studio):
    people = reverse("organisation:person_list", kwargs={"studio": studio.slug})
    for role, open_to_role in (("member", True), ("assessor", False)):
        client.force_login(make_person(studio, role))
        page = client.get(reverse("organisation:own_record", kwargs={"studio": studio.slug})).content.decode()
        assert (f'<a href="{people}"' in page) is open_to_role
