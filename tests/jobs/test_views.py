from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from studio.files.actions import attach
from studio.jobs import claims
from studio.jobs.attempt import work
from studio.jobs.models import Job
from studio.jobs.run import work_folder
from studio.organisation.models import Membership
from tests.factories import make_person, make_studio


@pytest.fixture
def url(studio):
    return lambda name, pk=None: reverse(
        f"jobs:job_{name}", kwargs={"studio": studio.slug} | ({"pk": pk} if pk else {})
    )


@pytest.fixture
def sign_in(client):
    def enter(person):
        client.force_login(person)
        return client

    return enter


def test_the_page_shows_steps_and_renews_itself_while_under_way(submit, person, sign_in, url):
    job = submit("trial.file")
    claims.take(job)
    Job.objects.update(step="second", done=3, total=8)
    page = sign_in(person).get(url("detail", job.pk)).text
    assert 'hx-trigger="every 1s"' in page and url("progress", job.pk) in page
    assert "Prepare" in page and "3 of 8" in page and "elapsed" in page
    assert url("cancel", job.pk) in page


def test_the_renewing_part_stops_at_the_end_and_has_the_page_reloaded(submit, person, sign_in, url):
    job = submit()
    waiting = sign_in(person).get(url("progress", job.pk))
    assert "HX-Refresh" not in waiting.headers and "<html" not in waiting.text
    work()
    over = sign_in(person).get(url("progress", job.pk))
    assert over.headers["HX-Refresh"] == "true"
    assert "hx-trigger" not in over.text and "/result/" in over.text


def test_a_failure_says_why(submit, person, sign_in, url):
    job = submit("trial.refuse")
    work()
    page = sign_in(person).get(url("detail", job.pk)).text
    assert "There is no figure for this year." in page
    assert url("cancel", job.pk) not in page


def test_looking_costs_few_queries(submit, person, sign_in, url, django_assert_max_num_queries):
    job = submit()
    enter = sign_in(person)
    with django_assert_max_num_queries(8):
        enter.get(url("progress", job.pk))


def test_others_do_not_see_it_but_office_does(submit, studio, sign_in, url):
    job = submit()
    elsewhere = make_person(make_studio(company=studio.company), "lead")
    for role, status in {"member": 404, "office": 200, "lead": 200, "assessor": 404}.items():
        person = make_person(studio, role)
        assert sign_in(person).get(url("detail", job.pk)).status_code == status, role
        assert sign_in(person).get(url("progress", job.pk)).status_code == status, role
    assert sign_in(elsewhere).get(url("detail", job.pk)).status_code == 404


def test_another_studios_job_is_not_found(submit, person, sign_in):
    job = submit()
    other = make_studio()
    boss = make_person(other, "lead", is_staff=True)
    address = reverse("jobs:job_detail", kwargs={"studio": other.slug, "pk": job.pk})
    assert sign_in(boss).get(address).status_code == 404


def test_cancel_is_a_post_and_refuses_when_over(submit, person, sign_in, url):
    job = submit()
    enter = sign_in(person)
    assert enter.get(url("cancel", job.pk)).status_code == 405
    assert enter.post(url("cancel", job.pk)).status_code == 302
    job.refresh_from_db()
    assert job.state == "cancelled"
    again = enter.post(url("cancel", job.pk))
    assert "ended already" in str(next(iter(get_messages(again.wsgi_request))))


def test_the_list_shows_own_jobs_and_to_the_office_all(submit, studio, person, sign_in, url):
    submit(text="mine")
    other = make_person(studio, "member", name_en="Someone Else")
    submit(actor=other)
    assert "Someone Else" not in sign_in(person).get(url("list")).text
    assert "Someone Else" in sign_in(make_person(studio, "office")).get(url("list")).text


def test_a_stopped_worker_is_told_in_words(submit, person, sign_in, url):
    job = submit()
    claims.take(job)
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert "stopped answering" in sign_in(person).get(url("detail", job.pk)).text


def test_its_file_needs_the_right_of_the_work_itself(submit, studio, sign_in):
    office = make_person(studio, "office")
    job = submit("trial.staff", actor=office)
    claims.take(job)
    source = work_folder() / "list.csv"
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text("a,b")
    kept = attach(job, "export", source, office)
    assert b"".join(sign_in(office).get(kept.get_absolute_url()).streaming_content) == b"a,b"
    Membership.objects.filter(person=office).update(role="member")
    assert sign_in(office).get(kept.get_absolute_url()).status_code == 404
