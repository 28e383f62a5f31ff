"""Scheduled deliveries: made when due, once, with the owner's rights of that day, told to whoever may read them."""

from datetime import date

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from studio.audit.errors import Refused
from studio.audit.flow import flow_of
from studio.jobs.attempt import work
from studio.jobs.models import Job
from studio.notices.models import Notice
from studio.organisation.models import Membership
from studio.reports import delivering
from studio.reports.models import Delivery, DeliveryRun, Report
from tests.factories import make_person

from .factories import KEY, make_full_studio, make_report

pytestmark = pytest.mark.django_db
VALUES = {"key": KEY, "rhythm": "month", "days_after": 5, "languages": ["en"], "formats": ["html"], "discipline": None}


@pytest.fixture
def studio():
    return make_full_studio()


@pytest.fixture
def lead(studio):
    return make_person(studio, "lead")


def schedule(lead, studio, today, monkeypatch, **values) -> Delivery:
    monkeypatch.setattr(timezone, "localdate", lambda *_args: today)
    return delivering.schedule(lead, studio, **{**VALUES, **values})


@pytest.mark.parametrize(
    ("rhythm", "today", "period", "next_on"),
    [
        ("month", date(2021, 3, 20), "2021-03", date(2021, 4, 6)),
        ("month", date(2021, 3, 3), "2021-02", date(2021, 3, 6)),  # February's day has not come yet
        ("month", date(2021, 3, 6), "2021-03", date(2021, 4, 6)),
        ("quarter", date(2021, 12, 31), "2021-Q4", date(2022, 1, 6)),
        ("year", date(2022, 1, 2), "2021", date(2022, 1, 6)),
    ],
)
def test_the_first_delivery_is_of_the_period_whose_day_comes_next(
    lead, studio, monkeypatch, rhythm, today, period, next_on
):
    made = schedule(lead, studio, today, monkeypatch, rhythm=rhythm)
    assert (made.next_period, made.next_on) == (period, next_on)


def test_it_is_made_once_when_due_and_missed_periods_are_made_up_for(lead, studio, monkeypatch):
    schedule(lead, studio, date(2021, 3, 20), monkeypatch)
    assert delivering.deliver_due(date(2021, 4, 5)) == 0
    assert delivering.deliver_due(date(2021, 4, 6)) == 1
    assert delivering.deliver_due(date(2021, 4, 6)) == 0
    assert [delivering.deliver_due(date(2021, 6, 30)) for _minute in range(3)] == [1, 1, 0]
    assert list(DeliveryRun.objects.order_by("pk").values_list("period_key", flat=True)) == [
        "2021-03", "2021-04", "2021-05"
    ]  # fmt: skip
    assert Job.objects.count() == 3


def test_recipients_who_may_read_it_are_told_and_the_others_named(
    lead, studio, monkeypatch, django_capture_on_commit_callbacks
):
    manager = make_person(studio, "manager", email="manager@example.com")
    stranger = make_person(studio, "member", name_en="Curious Member")
    schedule(lead, studio, date(2021, 3, 20), monkeypatch, recipients=[manager, stranger])
    delivering.deliver_due(date(2021, 4, 6))
    with django_capture_on_commit_callbacks(execute=True):
        work()
    run = DeliveryRun.objects.get()
    assert run.report == Report.objects.get()
    assert (run.told, run.left_out) == (1, "Curious Member")
    assert Notice.objects.filter(kind="reports.delivered").get().person == manager
    assert [(one.to, run.report.get_absolute_url() in one.body) for one in mail.outbox] == [([manager.email], True)]


def test_rights_are_asked_on_the_day_and_the_failure_is_shown(lead, studio, monkeypatch, client):
    made = schedule(lead, studio, date(2021, 3, 20), monkeypatch)
    Membership.objects.filter(person=lead).update(to_date=date(2021, 3, 31))
    monkeypatch.setattr(timezone, "localdate", lambda *_args: date(2021, 4, 6))
    assert delivering.deliver_due(date(2021, 4, 6)) == 1
    run = DeliveryRun.objects.get()
    assert run.job is None and "Only these roles" in run.problem
    assert Notice.objects.filter(kind="reports.not_delivered", person=lead).count() == 1
    client.force_login(make_person(studio, "office"))
    page = client.get(made.get_absolute_url())
    assert run.problem in page.content.decode()


def test_an_owner_who_may_not_sign_in_delivers_nothing(lead, studio, monkeypatch):
    schedule(lead, studio, date(2021, 3, 20), monkeypatch)
    lead.is_active = False
    lead.save()
    delivering.deliver_due(date(2021, 4, 6))
    assert "no longer sign in" in DeliveryRun.objects.get().problem


def test_a_joined_request_that_ended_meanwhile_tells_all_the_same(lead, studio, monkeypatch, tmp_path):
    made = schedule(lead, studio, date(2021, 3, 20), monkeypatch, recipients=[make_person(studio, "manager")])
    report = make_report(studio, lead, tmp_path)
    # The moment after the look for a job under way: it has just ended, so it found no run to tell of.
    monkeypatch.setattr(delivering, "ask_report", lambda *_args, **_kwargs: report.job)
    delivering.deliver_due(date(2021, 4, 6))
    assert made.runs.get().told == 1


def test_paused_ones_wait_and_do_not_make_up_for_it(lead, studio, monkeypatch):
    made = schedule(lead, studio, date(2021, 3, 20), monkeypatch)
    flow = flow_of(made)
    made = flow.go(made, "pause", lead)
    assert delivering.deliver_due(date(2021, 6, 30)) == 0
    monkeypatch.setattr(timezone, "localdate", lambda *_args: date(2021, 6, 30))
    office = make_person(studio, "office")
    made = flow.go(made, "resume", office)
    assert (made.next_period, made.owner) == ("2021-06", office)


def test_who_changes_it_answers_for_it_and_nothing_is_made_twice(lead, studio, monkeypatch):
    made = schedule(lead, studio, date(2021, 3, 3), monkeypatch)
    delivering.deliver_due(date(2021, 3, 6))
    monkeypatch.setattr(timezone, "localdate", lambda *_args: date(2021, 3, 7))
    made.refresh_from_db()
    made = delivering.change(made, make_person(studio, "manager"), **{**VALUES, "days_after": 20})
    assert (made.next_period, made.next_on) == ("2021-03", date(2021, 4, 21))
    with pytest.raises(Refused):
        delivering.change(made, make_person(studio, "finance"), **VALUES)


def test_a_leader_schedules_for_the_own_group(client, studio):
    leader = next(one for one in delivering.readers(studio) if one.group_memberships.exists())
    group = leader.group_memberships.get().group
    client.force_login(leader)
    address = reverse("reports:delivery_new", kwargs={"studio": studio.slug})
    typed = {**VALUES, "discipline": "", "recipients": [leader.pk]}
    assert "Choose it here" in client.post(address, typed).content.decode()
    typed["discipline"] = group.discipline_id
    page = client.post(address, typed, follow=True)
    assert page.status_code == 200
    assert Delivery.objects.get().recipients.get() == leader


def test_an_older_copy_is_told_what_somebody_else_saved(client, lead, studio, monkeypatch):
    made = schedule(lead, studio, date(2021, 3, 20), monkeypatch)
    delivering.change(made, lead, **{**VALUES, "languages": ["en", "zh-hans"]})
    client.force_login(lead)
    typed = {**VALUES, "discipline": "", "recipients": [], "version": made.version - 1}
    page = client.post(reverse("reports:delivery_edit", kwargs={"studio": studio.slug, "pk": made.pk}), typed)
    assert page.status_code == 409
    assert "English, Simplified Chinese" in page.content.decode()


@pytest.mark.parametrize(("role", "answer"), [("manager", 200), ("assessor", 403), ("finance", 403)])
def test_who_only_reads_reports_sees_no_schedule(client, lead, studio, monkeypatch, role, answer):
    made = schedule(lead, studio, date(2021, 3, 20), monkeypatch)
    client.force_login(make_person(studio, role))
    for address in (reverse("reports:delivery_list", kwargs={"studio": studio.slug}), made.get_absolute_url()):
        assert client.get(address).status_code == answer


def test_without_a_discipline_it_is_about_all_of_them(client, lead, studio, monkeypatch):
    made = schedule(lead, studio, date(2021, 3, 20), monkeypatch)
    client.force_login(lead)
    for address in (reverse("reports:delivery_list", kwargs={"studio": studio.slug}), made.get_absolute_url()):
        page = client.get(address).content.decode()
        assert page.count("All disciplines") > 2 and '<span class="discipline d-cross">All disciplines</span>' in page
