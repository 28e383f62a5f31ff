"""Asking for a report: checked, allowed, joined while under way, kept once, released."""

import json

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from disciplines.models import Group
from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.files.models import Attachment
from studio.jobs.attempt import work
from studio.jobs.choices import JobState
from studio.reports import actions
from studio.reports.asking import BadParameter
from studio.reports.freeze import digest
from studio.reports.models import Report, ReportFile
from tests.factories import make_leader, make_person

from .factories import KEY, ask, make_full_studio, make_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_full_studio()


@pytest.mark.parametrize(
    ("values", "parameter"),
    [
        ({"key": "nothing"}, "report"),
        ({"period": "2021-13"}, "period"),
        ({"period": "2021-02-30..2021-03-01"}, "period"),
        ({"discipline": "plumbing"}, "discipline"),
        ({"languages": ["fr"]}, "language"),
        ({"languages": []}, "language"),
        ({"formats": ["odt"]}, "format"),
        ({"formats": []}, "format"),
    ],
)
def test_a_parameter_that_names_nothing_is_told(studio, values, parameter):
    lead = make_person(studio, "lead")
    asked = {"key": KEY, "period": "2021", "languages": ["en"], "formats": ["pdf"], **values}
    with pytest.raises(BadParameter) as problem:
        actions.ask_report(studio, lead, asked.pop("key"), asked.pop("period"), **asked)
    assert problem.value.parameter == parameter
    assert problem.value.status == 400


def test_the_same_request_under_way_is_joined_whatever_the_order_of_its_parts(studio):
    lead = make_person(studio, "lead")
    one = actions.ask_report(studio, lead, KEY, "2021", languages=["en", "zh-hans"], formats=["pdf", "html"])
    two = actions.ask_report(studio, lead, KEY, "2021", languages=["zh-hans", "en"], formats=["html", "pdf", "pdf"])
    other = actions.ask_report(studio, lead, KEY, "2020", languages=["en"], formats=["pdf"])
    assert one == two != other


@pytest.mark.parametrize("role", ["member", "trainer", "judge", "appraiser", "finance", "assessor"])
def test_roles_that_may_not_ask_are_refused(studio, role):
    person = make_person(studio, role)
    with pytest.raises(Refused) as refused:
        actions.ask_report(studio, person, KEY, "2021", languages=["en"], formats=["pdf"])
    assert refused.value.status == 403


def test_a_group_leader_asks_for_the_own_discipline_only(studio):
    group, other = Group.objects.filter(studio=studio)
    leader = make_leader(group)
    values = {"languages": ["en"], "formats": ["pdf"]}
    assert actions.ask_report(studio, leader, KEY, "2021", discipline=group.discipline.key, **values)
    for key in ("", other.discipline.key):
        with pytest.raises(Refused):
            actions.ask_report(studio, leader, KEY, "2021", discipline=key, **values)


def test_the_job_makes_one_report_with_its_files(studio, django_capture_on_commit_callbacks):
    lead = make_person(studio, "lead")
    job = actions.ask_report(studio, lead, KEY, "2021", languages=["en", "zh-hans"], formats=["pdf", "html"])
    work()
    job.refresh_from_db()
    assert (job.state, job.error) == (JobState.DONE, "")
    report = Report.objects.get(job=job)
    assert job.result["url"] == report.get_absolute_url()
    assert digest(report.document) == report.sha256
    assert json.loads(report.document)["made"]["by"]["en"] == lead.display_name
    files = ReportFile.objects.filter(report=report)
    assert files.count() == Attachment.objects.of(report).count() == 4
    for file in files:
        assert file.attachment.original_name.endswith(file.format)
        assert file.attachment.size == file.attachment.path.stat().st_size
    assert AuditRow.objects.filter(verb="report.made", object_id=str(report.pk)).count() == 1


def test_a_right_lost_before_the_job_runs_stops_it(studio):
    office = make_person(studio, "office")
    job = actions.ask_report(studio, office, KEY, "2021", languages=["en"], formats=["html"])
    office.memberships.all().delete()
    work()
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert not Report.objects.exists()


def test_a_frozen_report_cannot_be_changed_even_in_the_database(studio, tmp_path):
    report = make_report(studio, make_person(studio, "lead"), tmp_path)
    with pytest.raises(DatabaseError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(document="{}")
    with pytest.raises(DatabaseError), transaction.atomic():
        Report.objects.filter(pk=report.pk).update(sha256="0" * 64)
    with pytest.raises(DatabaseError), transaction.atomic():
        Report.objects.filter(pk=report.pk).delete()


def test_the_lead_releases_a_report_to_the_assessors_and_takes_it_back(studio, tmp_path):
    lead, assessor = make_person(studio, "lead"), make_person(studio, "assessor")
    report = make_report(studio, lead, tmp_path)

    def seen():
        return list(Report.objects.visible_to(assessor, studio))

    assert seen() == []
    actions.release(report, lead, released=True)
    assert seen() == [report]
    with pytest.raises(Refused):
        actions.release(report, lead, released=True)
    actions.release(report, lead, released=False)
    assert seen() == []
    assert AuditRow.objects.filter(verb__in=["report.release", "report.withdraw"]).count() == 2


@pytest.mark.parametrize("role", ["office", "manager", "member", "assessor"])
def test_only_the_lead_releases(studio, tmp_path, role):
    report = make_report(studio, make_person(studio, "lead"), tmp_path)
    with pytest.raises(Refused) as refused:
        actions.release(report, make_person(studio, role), released=True)
    assert refused.value.status == 403


def test_finance_reads_reports_about_benefit_only(studio, tmp_path, monkeypatch):
    from dataclasses import replace

    from studio.reports.registry import reports

    finance = make_person(studio, "finance")
    report = make_report(studio, make_person(studio, "lead"), tmp_path)
    assert not Report.objects.visible_to(finance, studio).exists()
    monkeypatch.setitem(reports._items, KEY, replace(reports[KEY], benefit=True))
    assert list(Report.objects.visible_to(finance, studio)) == [report]
    assert not Report.objects.visible_to(make_person(make_full_studio(), "finance"), studio).exists()


def test_an_assessor_whose_term_ended_sees_nothing(studio, tmp_path):
    assessor = make_person(studio, "assessor")
    report = make_report(studio, make_person(studio, "lead"), tmp_path)
    Report.objects.filter(pk=report.pk).update(released_to_assessors_at=timezone.now(), released_by=report.asked_by)
    assessor.memberships.update(to_date="2020-01-01")
    assert not Report.objects.visible_to(type(assessor).objects.get(pk=assessor.pk), studio).exists()


def test_equal_requests_are_equal(studio):
    assert ask(studio, languages=["zh-hans", "en", "en"]).params() == ask(studio).params()
