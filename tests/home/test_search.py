"""Searching everything: only what the person sees, grouped by kind, best first, in both languages and by pinyin."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from innovations.choices import ProposalState
from innovations.models import InnovationKind, Proposal
from studio.kit.everything import marked, rank
from studio.organisation.models import Honour
from tests.factories import make_person, make_studio
from training.models import Course, Session

pytestmark = pytest.mark.django_db
PARTS = {"HX-Request": "true", "HX-Target": "suggestions"}


@pytest.fixture
def studio():
    return make_studio()


@pytest.fixture
def look(client, studio):
    """Search as ``person`` (a role, or somebody); the answer's text."""

    def search(person, words, **headers):
        person = make_person(studio, person) if isinstance(person, str) else person
        client.force_login(person)
        answer = client.get(reverse("home:search", kwargs={"studio": studio.slug}), {"q": words}, headers=headers)
        assert answer.status_code == 200
        return answer

    return search


def course(studio, title, title_en="", **values):
    return Course.objects.create(studio=studio, title=title, title_en=title_en, hours=4, **values)


def titles(answer) -> list[str]:
    return ["".join(piece for piece, _asked in hit.pieces) for group in answer.context["groups"] for hit in group.hits]


@pytest.mark.parametrize("words", ["离心泵", "泵", "lxb", "LXB检修", "Centrifugal", "离心 overhaul", "centri over"])
def test_both_languages_and_initials_find_the_same(look, studio, words):
    course(studio, "离心泵检修", "Centrifugal pump overhaul")
    course(studio, "压缩机", "Compressor")
    assert titles(look("member", words)) == ["Centrifugal pump overhaul"]


def test_kinds_are_grouped_and_lead_to_their_lists(look, studio):
    for number in range(8):
        course(studio, f"泵{number}", f"Pump course {number}")
    Honour.objects.create(studio=studio, title_en="Pump prize", level="city", year=2021)
    answer = look("member", "pump")
    assert [group.label for group in answer.context["groups"]] == ["honours", "courses"]
    page = answer.content.decode()
    assert page.count("Pump</mark> course") == 6
    assert f"/s/{studio.slug}/training/courses/?q=pump" in page


def test_the_very_name_comes_first(look, studio):
    for title in ("Big pump", "Pump", "Pump repair"):
        course(studio, "", title)
    course(studio, "泵", "Something with pump inside")
    assert titles(look("member", "pump")) == ["Pump", "Pump repair", "Something with pump inside", "Big pump"]


def test_only_what_the_person_sees_is_found_counted_and_suggested(look, studio):
    other = make_studio(company=studio.company)
    course(other, "红隼泵", "Kestrel pump")
    someone = make_person(studio, "member")
    kind = InnovationKind.objects.first()
    mine = {"studio": studio, "kind": kind, "problem": "x", "idea": "x", "state": ProposalState.DRAFT}
    Proposal.objects.create(title_en="Pump idea", author=someone, **mine)
    hidden = course(studio, "", "Hidden pump")
    shown = course(studio, "", "Open pump")
    day = {"planned_on": "2021-01-01", "class_hours": 1}
    Session.objects.create(studio=studio, course=shown, trainer=someone, state="open", **day)
    participant = make_person(studio)
    for headers in ({}, PARTS):
        page = look(participant, "pump", **headers).content.decode()
        assert "Open" in page
        for text in ("Kestrel", "红隼", "idea", str(hidden)):
            assert text not in page
    assert titles(look(someone, "pump")) == ["Pump idea", "Open pump", "Hidden pump"]
    assert "红隼" not in look(someone, "泵").content.decode()


def test_people_are_closed_to_assessors(look, studio):
    make_person(studio, "member", name_en="Pump Person")
    assert titles(look("assessor", "pump")) == []
    assert titles(look("member", "pump")) == ["Pump Person"]


def test_what_cannot_be_found_says_so_and_an_empty_field_says_what_it_is_for(look, studio):
    assert "Nothing that you may see holds “xyz”" in look("member", "xyz").content.decode()
    assert "Finds people, courses" in look("member", "").content.decode()
    assert look("member", "", **PARTS).content.decode().strip() == ""
    assert "<html" not in look("member", "xyz", **PARTS).content.decode()


def test_the_number_of_queries_does_not_depend_on_what_is_found(look, studio):
    member, counts = make_person(studio, "member"), []
    look(member, "pump")
    for many in (1, 120):
        for number in range(many):
            course(studio, "", f"Pump {number}")
        with CaptureQueriesContext(connection) as queries:
            answer = look(member, "pump")
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert answer.context["groups"][0].capped and "more than 100" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [("Pump", ["pump"], 0), ("Pump A", ["pump"], 1), ("A pump", ["PUMP"], 2), ("离心泵", ["lxb"], 3)],
)
def test_rank(name, words, expected):
    assert rank(name, words) == expected


def test_marked_keeps_every_letter():
    assert marked("A (pump) pump", ["(pump)", "a"]) == [("A", True), (" ", False), ("(pump)", True), (" pump", False)]
