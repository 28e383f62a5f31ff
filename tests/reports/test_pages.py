"""The pages: past reports, asking, reading, releasing, the lead's words; who sees what."""

import json

import pytest
from django.test import Client
from django.utils import translation

from disciplines.models import Group
from studio.audit.models import AuditRow
from studio.jobs.models import Job
from studio.kit.addresses import studio_reverse
from studio.reports.models import LeadText, Report, TextRevision
from tests.factories import make_leader, make_person

from .factories import KEY, make_full_studio, make_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_full_studio()


@pytest.fixture
def lead(studio):
    return make_person(studio, "lead")


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def address(studio, name, **kwargs):
    return studio_reverse(studio, f"reports:{name}", **kwargs)


ASKED = {"report": KEY, "period": "2021", "discipline": "", "languages": ["en"], "formats": ["pdf"]}


def test_past_reports_are_listed_with_who_when_and_hash(studio, lead, tmp_path):
    report = make_report(studio, lead, tmp_path)
    page = signed_in(lead).get(address(studio, "report_list")).content.decode()
    for text in ("Assessment briefing", "2021", lead.display_name, report.sha256[:12], "Web page"):
        assert text in page


def test_asking_leads_to_the_job_and_asking_twice_to_the_same(studio, lead):
    client = signed_in(lead)
    first = client.post(address(studio, "report_new"), ASKED)
    again = client.post(address(studio, "report_new"), ASKED)
    assert first.status_code == 302
    assert first.url == again.url == Job.objects.get().get_absolute_url()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("period", "2021-13"),
        ("period", "2021-06-01..2021-05-01"),
        ("period", "x" * 10_000),
        ("discipline", "plumbing"),
        ("languages", ["fr"]),
        ("languages", []),
        ("formats", ["odt"]),
        ("report", "nothing"),
    ],
)
def test_what_cannot_be_made_is_told_beside_its_field_and_nothing_is_lost(studio, lead, field, value):
    answer = signed_in(lead).post(address(studio, "report_new"), {**ASKED, field: value})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not Job.objects.exists()


def test_a_group_leader_is_told_to_choose_the_own_discipline(studio):
    leader = make_leader(Group.objects.filter(studio=studio).first())
    answer = signed_in(leader).post(address(studio, "report_new"), ASKED)
    assert answer.status_code == 422
    assert "discipline" in answer.context["form"].errors


def test_the_preview_follows_the_period_and_bears_anything(studio, lead):
    client = signed_in(lead)
    url = address(studio, "report_new")
    assert "Basic facts" in client.get(url, {"part": "chapters", "period": "2021"}).content.decode()
    for query in ({"period": "x"}, {"report": "nothing"}, {}):
        assert client.get(url, {"part": "chapters", **query}).status_code == 200


def test_the_page_of_a_report_reads_from_the_frozen_document(studio, lead, tmp_path):
    report = make_report(studio, lead, tmp_path)
    for group in Group.objects.filter(studio=studio):
        group.name_en = "Renamed since"
        group.save()
    page = signed_in(lead).get(report.get_absolute_url()).content.decode()
    assert "Rotating group" in page
    assert "Renamed since" not in page
    assert report.sha256 in page
    assert f'href="/s/{studio.slug}/' in page
    assert "data-chart=" in page
    assert "<svg xmlns" not in page


def test_the_page_speaks_the_readers_language(studio, lead, tmp_path):
    report = make_report(studio, lead, tmp_path)
    client = signed_in(lead)
    client.cookies["django_language"] = "zh-hans"
    with translation.override("zh-hans"):
        page = client.get(report.get_absolute_url(), headers={"accept-language": "zh-hans"}).content.decode()
    assert "动设备组" in page
    assert "Rotating group" not in page


def test_downloads_follow_the_rights_of_today_and_are_logged(studio, lead, tmp_path):
    report = make_report(studio, lead, tmp_path)
    file = report.files.get()
    url = studio_reverse(studio, "files:download", pk=file.attachment_id)
    office = make_person(studio, "office")
    answer = signed_in(office).get(url)
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    assert AuditRow.objects.filter(verb="file.download", actor_id=office.pk).count() == 1
    office.memberships.all().delete()
    assert signed_in(office).get(url).status_code == 404
    assert signed_in(make_person(make_full_studio(), "lead")).get(url).status_code == 404


@pytest.mark.parametrize(
    ("role", "listed", "asking", "reading"),
    [
        ("lead", 200, 200, 200), ("office", 200, 200, 200), ("manager", 200, 200, 200),
        ("member", 403, 403, 403), ("trainer", 403, 403, 403),
        ("finance", 200, 403, 404), ("assessor", 200, 403, 404),
    ],
)  # fmt: skip
def test_each_role_meets_what_its_rights_allow(studio, lead, tmp_path, role, listed, asking, reading):
    report = make_report(studio, lead, tmp_path)
    client = signed_in(make_person(studio, role))
    assert client.get(address(studio, "report_list")).status_code == listed
    assert client.get(address(studio, "report_new")).status_code == asking
    assert client.get(report.get_absolute_url()).status_code == reading


def test_another_studios_report_is_not_found_under_this_ones_address(studio, lead, tmp_path):
    other = make_full_studio()
    report = make_report(other, make_person(other, "lead"), tmp_path)
    assert signed_in(lead).get(address(studio, "report_detail", pk=report.pk)).status_code == 404
    assert signed_in(lead).post(address(studio, "report_release", pk=report.pk)).status_code == 404


def test_the_lead_releases_from_the_page(studio, lead, tmp_path):
    report = make_report(studio, lead, tmp_path)
    url, assessor = address(studio, "report_release", pk=report.pk), make_person(studio, "assessor")
    assert signed_in(lead).get(url).status_code == 405
    assert signed_in(make_person(studio, "office")).post(url, {"released": "yes"}).status_code == 403
    signed_in(lead).post(url, {"released": "yes"})
    assert Report.objects.get().released_by == lead
    assert signed_in(assessor).get(report.get_absolute_url()).status_code == 200
    signed_in(lead).post(url, {"released": "no"})
    assert signed_in(assessor).get(report.get_absolute_url()).status_code == 404


def written(zh="", en="", **versions):
    return {"zh": zh, "en": en, "zh_version": 0, "en_version": 0, **versions}


def test_the_lead_writes_in_both_languages_and_sees_the_revisions(studio, lead):
    client, url = signed_in(lead), address(studio, "text_edit", period="2021", chapter="foreword")
    assert client.post(url, written("开篇", "Opening")).status_code == 302
    assert client.post(url, written("开篇", "Better opening", zh_version=1, en_version=1)).status_code == 302
    page = client.get(url).content.decode()
    for text in ("开篇", "Better opening", "Opening", lead.display_name):
        assert text in page
    assert TextRevision.objects.count() == 3
    listed = client.get(address(studio, "text_list"), {"period": "2021"}).content.decode()
    assert "Better opening" in listed


def test_the_slower_author_keeps_what_was_typed_and_may_save_again(studio, lead):
    url = address(studio, "text_edit", period="2021", chapter="foreword")
    signed_in(make_person(studio, "office")).post(url, written(en="Faster"))
    client = signed_in(lead)
    answer = client.post(url, written(en="Slower"))
    assert answer.status_code == 409
    assert "Slower" in answer.content.decode()
    assert LeadText.objects.get().body == "Faster"
    again = answer.context["form"]
    client.post(url, written(en="Slower", en_version=again["en_version"].value()))
    assert LeadText.objects.get().body == "Slower"


@pytest.mark.parametrize("bad", [{"en": "x" * 20_001}, {"en": "a\u202eb"}, {"en_version": "x"}])
def test_bad_input_is_told_and_not_saved(studio, lead, bad):
    url = address(studio, "text_edit", period="2021", chapter="foreword")
    answer = signed_in(lead).post(url, written(en="ok") | bad)
    assert answer.status_code in (400, 422)
    assert not LeadText.objects.exists()


@pytest.mark.parametrize("path", [("2021-13", "foreword"), ("2021", "nothing"), ("2021", "groups")])
def test_places_that_do_not_exist_are_not_found(studio, lead, path):
    url = address(studio, "text_edit", period=path[0], chapter=path[1])
    assert signed_in(lead).get(url).status_code == 404


def test_who_may_read_and_write_the_texts(studio):
    group = Group.objects.filter(studio=studio).first()
    own = address(studio, "text_edit", period="2021", chapter="groups", discipline=group.discipline.key)
    foreword = address(studio, "text_edit", period="2021", chapter="foreword")
    leader = signed_in(make_leader(group))
    assert leader.post(own, written(en="Ours")).status_code == 302
    assert leader.post(foreword, written(en="Not ours")).status_code == 403
    manager = signed_in(make_person(studio, "manager"))
    assert manager.get(foreword).status_code == 200
    assert manager.post(foreword, written(en="No")).status_code == 403
    assessor = signed_in(make_person(studio, "assessor"))
    assert assessor.get(foreword).status_code == assessor.get(address(studio, "text_list")).status_code == 403


def test_the_list_takes_the_same_queries_for_one_and_for_many(studio, lead, tmp_path, django_assert_max_num_queries):
    make_report(studio, lead, tmp_path)
    client = signed_in(lead)
    with django_assert_max_num_queries(20) as one:
        client.get(address(studio, "report_list"))
    for _more in range(3):
        make_report(studio, lead, tmp_path)
    with django_assert_max_num_queries(20) as many:
        client.get(address(studio, "report_list"))
    assert len(one) == len(many)


def test_charts_of_the_page_hold_the_numbers_of_the_document(studio, lead, tmp_path):
    report = make_report(studio, lead, tmp_path)
    answer = signed_in(lead).get(report.get_absolute_url())
    block = answer.context["document"]["chapters"][1]["blocks"][0]
    assert json.loads(json.dumps(block["live"]))["kind"] == "stack"
    assert [sum(filter(None, one["values"])) for one in block["live"]["series"]][-2:] == [3, 3]
