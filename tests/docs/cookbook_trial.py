"""Tries the cookbook's app as a sixth function of the product, in a process of its own that test_cookbook.py starts."""

from datetime import date

from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from studio.core.periods import Period
from studio.home.demonstration import SLUG, load_demonstration
from studio.indicators.engine import compute
from studio.jobs.actions import submit
from studio.jobs.attempt import work
from studio.notices.models import Notice
from studio.organisation.models import Person, Setting, Studio
from studio.organisation.querysets import facts_of
from studio.reports.asking import Asked
from studio.reports.making import compute as compute_report

AT = f"/s/{SLUG}/safety/drills/"


def main():
    """Each step is what one recipe promises."""
    call_command("makemigrations", "safety", verbosity=0)
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("check")
    load_demonstration()
    studio, office = Studio.objects.get(slug=SLUG), Person.objects.get(login="office")
    client = signed_in(office)
    drill = plan_and_hold(client)
    found_linked_and_told(studio, office, client, drill)
    counted(studio, client)
    assert Notice.objects.filter(person=office, kind="safety.held").count() == 1
    told(studio, office)
    worked_off(studio, office, drill)
    demanded(studio)
    print("the cookbook works")


def signed_in(person) -> Client:
    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def plan_and_hold(client):
    """A list and a form; a move."""
    drill_model = apps.get_model("safety", "Drill")
    assert "Plan a drill" in text(client.get(AT))
    rotating = apps.get_model("disciplines", "Discipline").objects.get(key="rotating")
    values = {"title": "Gas leak", "planned_on": "2021-05-04", "discipline": rotating.pk}
    values["leader"] = Person.objects.get(login="office").pk
    assert client.post(f"{AT}new/", values).status_code == 302
    drill = drill_model.objects.get()
    assert "Mark as held" in text(client.get(f"{AT}{drill.pk}/"))
    early = client.post(f"{AT}{drill.pk}/move/hold/", {"held_on": "2199-01-01"})
    assert early.status_code == 409 and "lies ahead" in text(early)
    assert client.post(f"{AT}{drill.pk}/move/hold/", {"held_on": "2021-05-04"}).status_code == 302
    drill.refresh_from_db()
    assert (drill.state, drill.held_on) == ("held", date(2021, 5, 4))
    assert signed_in(Person.objects.get(login="finance")).get(AT).status_code == 403
    return drill


def found_linked_and_told(studio, office, client, drill):
    """Search, a link, a fact."""
    assert "Gas leak" in text(client.get(AT, {"q": "leak gas"})) and "Gas leak" not in text(
        client.get(AT, {"q": "pump"})
    )
    assert "leak" in text(client.get(f"/s/{SLUG}/search/", {"q": "gas"}))
    course = apps.get_model("training", "Course").objects.filter(studio=studio).first()
    chosen = {"to": f"training.course:{course.pk}"}
    assert client.post(f"/s/{SLUG}/links/safety.drill/{drill.pk}/", chosen).status_code == 302
    assert "Gas leak" in text(client.get(course.get_absolute_url()))
    facts = facts_of(office, studio, keys=["safety.led"])
    assert [(fact.on, fact.title) for fact in facts] == [(drill.held_on, "Gas leak")]
    assert f"{AT}{drill.pk}/" in text(client.get(f"/s/{SLUG}/me/"))


def counted(studio, client):
    """A figure, and the function's column on home with its rows behind the number."""
    assert compute(studio, Period.year(2021), ["safety.drills"]).value("safety.drills").value == 1
    home = text(client.get(f"/s/{SLUG}/", {"period": "2021"}))
    assert "Safety" in home and "No drill held" in home and "figure=safety.drills" in home
    rows = client.get(AT, {"figure": "safety.drills", "from": "2021-01-01", "to": "2021-12-31"})
    assert "Gas leak" in text(rows) and "by the day they were held" in text(rows)


def told(studio, office):
    """A chapter of the briefing, which names the drills lacking in another year; and a report of its own."""
    briefing, own = (
        compute_report(Asked.read(key, "2021", "", ["en"], ["pdf"]), studio, office)
        for key in ("assessment-briefing", "safety-year")
    )
    assert "Gas leak" in str(briefing)
    assert [chapter["key"] for chapter in own["chapters"]] == ["safety"]
    after = compute_report(Asked.read("assessment-briefing", "2022", "", ["en"], ["pdf"]), studio, office)
    problems = next(chapter for chapter in after["chapters"] if chapter["key"] == "next")
    assert "No fewer than in the period before" in str(problems)


def worked_off(studio, office, drill):
    """A job."""
    with transaction.atomic():
        job = submit("safety.sheet", {"year": 2021}, office, studio)
    work()
    job.refresh_from_db()
    assert job.state == "done", job.error
    answer = signed_in(office).get(job.result["url"])
    assert b"".join(answer.streaming_content).decode() == f"2021-05-04 {drill.title}"


def demanded(studio):
    """A setting."""
    from safety.settings import drills_demanded

    Setting.objects.create(key="safety.drills_demanded", value=4, from_date=date(2022, 1, 1))
    assert [drills_demanded(studio, date(year, 6, 1)) for year in (2021, 2022)] == [2, 4]


def text(response) -> str:
    return response.content.decode()
