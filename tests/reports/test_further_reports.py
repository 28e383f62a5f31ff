"""The reports beside the briefing: whom they are about, what they hold, who may ask."""

import json

import pytest
from django.urls import reverse

from disciplines.models import Group
from studio.audit.errors import Refused
from studio.indicators.registry import figures
from studio.jobs.models import Job
from studio.reports import actions, making
from studio.reports.asking import Asked, BadParameter
from studio.reports.models import Report
from studio.reports.registry import chapters_of, reports
from tests.factories import make_leader, make_person, make_studio
from tests.training.factories import attend, make_course, make_session

from .factories import make_full_studio, make_report

pytestmark = pytest.mark.django_db
FILES = {"languages": ["en"], "formats": ["html"]}


@pytest.fixture
def studio():
    return make_full_studio()


@pytest.fixture
def member(studio):
    return Group.objects.filter(studio=studio).first().memberships.filter(position="member").first().person


def document_of(studio, key, period="2021", **values):
    return making.compute(Asked.read(key, period, **{**FILES, **values}), studio)


def said(document) -> str:
    return json.dumps(document, ensure_ascii=False)


def test_every_report_has_chapters_and_is_made_in_both_languages(studio, member):
    discipline = Group.objects.filter(studio=studio).first().discipline.key
    for declared in reports:
        assert chapters_of(declared.key), declared.key
        needs = {"person": {"person": member.login}, "discipline": {"discipline": discipline}}.get(declared.needs, {})
        document = document_of(studio, declared.key, languages=["en", "zh-hans"], **needs)
        assert document["chapters"], declared.key
        for language in ("en", "zh-hans"):
            asked = Asked.read(declared.key, "2021", languages=[language], formats=["html"], **needs)
            assert making.write(making.freeze(document), asked.languages[0], asked.formats[0])


def test_a_training_record_is_of_one_person(studio, member):
    mine = make_session(make_course(studio), state="closed")
    attend(mine, member, "present", score=81, passed=True)
    attend(mine, make_person(studio, "member", name_en="Somebody Else"), "present")
    document = document_of(studio, "training-record", person=member.login)
    assert member.name_en in document["report"]["title"]["en"]
    assert "Laser alignment" in said(document)
    assert "Somebody Else" not in said(document)


@pytest.mark.parametrize(("key", "parameter"), [("training-record", "person"), ("group-report", "discipline")])
def test_what_a_report_needs_is_asked_for(studio, key, parameter):
    with pytest.raises(BadParameter) as problem:
        actions.ask_report(studio, make_person(studio, "lead"), key, "2021", **FILES)
    assert problem.value.parameter == parameter


def test_a_person_of_elsewhere_is_refused(studio):
    stranger = make_person(make_studio(), "member")
    with pytest.raises(BadParameter) as problem:
        actions.ask_report(
            studio, make_person(studio, "lead"), "training-record", "2021", person=stranger.login, **FILES
        )
    assert problem.value.parameter == "person"


def test_a_leader_asks_about_people_of_the_own_group(studio, member):
    own, other = Group.objects.filter(studio=studio).order_by("pk")
    leader, stranger = make_leader(own), make_leader(other)
    assert actions.ask_report(studio, leader, "training-record", "2021", person=member.login, **FILES)
    with pytest.raises(Refused):
        actions.ask_report(studio, stranger, "training-record", "2021", person=member.login, **FILES)


def test_finance_reads_the_benefit_report_and_no_other(studio, tmp_path):
    lead, finance = make_person(studio, "lead"), make_person(studio, "finance")
    made = {
        key: make_report(studio, lead, tmp_path, Asked.read(key, "2021", **FILES))
        for key in ("innovation-benefit", "training-yearbook")
    }
    assert list(Report.objects.visible_to(finance, studio)) == [made["innovation-benefit"]]


def test_the_form_asks_for_the_person_and_keeps_the_rest(client, studio, member):
    client.force_login(make_person(studio, "lead"))
    address = reverse("reports:report_new", kwargs={"studio": studio.slug})
    typed = {"report": "training-record", "period": "2021", "languages": ["en"], "formats": ["pdf"], "discipline": ""}
    page = client.post(address, typed)
    assert page.status_code == 422
    assert "Choose whom" in page.content.decode()
    page = client.post(address, {**typed, "subject": member.pk})
    assert page.status_code == 302
    assert Job.objects.get().params["person"] == member.login


def test_the_figures_sheet_holds_every_figure_once(studio):
    document = document_of(studio, "figures-sheet")
    whole = [one["key"] for one in document["figures"] if one["discipline"]["scope"] == "all"]
    assert sorted(whole) == sorted(figures.keys())
