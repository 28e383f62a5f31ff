"""One database: build the demonstration in a scratch database, measure, print a table. Started by run.py."""

import html
import re
from urllib.parse import unquote

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings

from studio.home.demonstration import SLUG, load_demonstration
from studio.jobs.attempt import work
from studio.organisation.models import Person, Studio
from studio.reports.actions import ask_report
from tests.bench.briefing import files
from tests.bench.company import LISTS, YEARS, fill_people, fill_year, fullest
from tests.bench.floor import STOCK_MIDDLEWARE
from tests.bench.rows import analyse, fill
from tests.bench.searches import fill_proposals, person_page, searches
from tests.bench.table import Line, print_table
from tests.bench.timing import measure, seconds

LIST, HOME = f"/s/{SLUG}/training/sessions/", f"/s/{SLUG}/"
HTMX = {"HX-Request": "true", "HX-Target": "list"}
DEEP = 20
FIVE_YEARS = f"{min(YEARS)}-01-01..{max(YEARS)}-12-31"
HOST = "127.0.0.1"


def main(sizes: list[int]) -> None:
    """Everything for this process's database: first many rows of one kind, then scale M; a scratch database each."""
    print_table(in_scratch_database(lambda: slow_work() + files("S", "2021") + home("demonstration") + growing(sizes)))
    print_table(in_scratch_database(company))


def in_scratch_database(measured) -> list[Line]:
    """What ``measured()`` says, in a database that is dropped at the end."""
    if connection.vendor == "sqlite":  # a file as in use, not memory
        connection.settings_dict["TEST"]["NAME"] = str(settings.DATA_DIR / "bench.sqlite3")
    name = connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        with override_settings(ROOT_URLCONF="tests.bench.floor", DEBUG=False):
            return measured()
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)


def growing(sizes: list[int]) -> list[Line]:
    """Lists, home, search and one person's record as sessions and proposals grow in number."""
    measured = []
    for size in sizes:
        fill(Studio.objects.get(slug=SLUG), size)
        measured += lists(f"{size:,} rows") + home(f"{size:,} sessions")
        fill_proposals(Studio.objects.get(slug=SLUG), size)
        analyse()
        office = signed_in("office")
        measured += searches(f"{size:,} rows", office) + person_page(
            f"{size:,} proposals", office, Person.objects.get(login="member")
        )
    return measured


def company() -> list[Line]:
    """Scale M: home with one year and with five, then lists and the fullest person's record."""
    load_demonstration()
    studio = Studio.objects.get(slug=SLUG)
    people = fill_people(studio)
    fill_year(studio, YEARS[0], people)
    measured = home("M, one year")
    for year in YEARS[1:]:
        fill_year(studio, year, people)
    measured += home("M, five years") + lists("M")
    office = signed_in("office")
    names = {name: lambda path=path: office.get(f"/s/{SLUG}/{path}/") for name, path in LISTS.items()}
    measured += [Line(f"list of {name}: M", one, "≤ 12 queries") for name, one in measure(**names).items()]
    return measured + person_page("M", office, fullest(people)) + files("M", FIVE_YEARS)


def slow_work() -> list[Line]:
    """Loading the demonstration, and the briefing: two languages in four formats, worked off in this process."""
    demo = seconds(load_demonstration)
    studio, lead = Studio.objects.get(slug=SLUG), Person.objects.get(login="lead")
    asked = {"languages": ["en", "zh-hans"], "formats": ["pdf", "docx", "xlsx", "html"]}
    job = ask_report(studio, lead, "assessment-briefing", "2021", **asked)
    briefing = seconds(lambda: work())
    job.refresh_from_db()
    if job.state != "done":
        raise SystemExit(f"the briefing ended as {job.state}: {job.error}")
    return [Line("demonstration loaded", f"{demo:.1f} s"), Line("briefing job, 8 files", f"{briefing:.1f} s", "≤ 5 s")]


def home(scale: str) -> list[Line]:
    """The home page with no figures cached, with them, and the part with the tasks that it fetches."""
    lead = signed_in("lead")

    def page():
        return lead.get(HOME, {"period": "2021"})

    found = measure(cold=(cache.clear, page), warm=page, tasks=lambda: lead.get(f"{HOME}tasks/", headers=HTMX))
    return [
        Line(f"home, cold: {scale}", found["cold"], "≤ 10 queries + 1 per model"),
        Line(f"home, warm: {scale}", found["warm"], "≤ 8 queries"),
        Line(f"tasks of home: {scale}", found["tasks"]),
    ]


def lists(scale: str) -> list[Line]:
    """The list of sessions beside the floor and the admin."""
    office, here = signed_in("office"), {"studio": Studio.objects.get(slug=SLUG).pk}
    with override_settings(MIDDLEWARE=STOCK_MIDDLEWARE):
        stock, admin = Client(SERVER_NAME=HOST), signed_in("admin")
        stock.get("/floor/", here)  # a client keeps the middleware of its first request
        admin.get("/plain/training/session/")
    mark = follow(office, DEEP)
    found = measure(
        floor=lambda: stock.get("/floor/", here),
        admin=lambda: admin.get("/plain/training/session/"),
        page=lambda: office.get(LIST),
        part=lambda: office.get(LIST, headers=HTMX),
        narrowed=lambda: office.get(LIST, {"state": "closed", "period": "2021", "sort": "trainer"}),
        numbered=lambda: office.get(LIST, {"page": DEEP}),
        keyed=lambda: office.get(LIST, {"after": mark}),
    )
    floor, admin, page = {"floor": found["floor"]}, {"admin": found["admin"]}, {"list": found["page"]}
    return [
        Line(f"floor: {scale}", found["floor"]),
        Line(f"Django admin: {scale}", found["admin"], compared=floor),
        Line(f"list: {scale}", found["page"], "≤ 5 × floor, ≤ 0.5 × admin, ≤ 12 queries", floor | admin),
        Line(f"htmx fragment: {scale}", found["part"], "≤ 3.5 × floor", floor),
        Line(f"filtered, by trainer: {scale}", found["narrowed"], "≤ 5 × floor, ≤ 12 queries", floor),
        Line(f"page {DEEP}: {scale}", found["numbered"], "≤ 1.2 × first page", page),
        Line(f"page {DEEP + 1} by key: {scale}", found["keyed"], "≤ 1.2 × first page", page),
    ]


def follow(client: Client, number: int) -> str:
    """The mark that leads on from page ``number``."""
    page = client.get(LIST, {"page": number}).content.decode()
    return unquote(html.unescape(re.search(r'[?&;]after=([^"&]+)', page)[1]))


def signed_in(login: str) -> Client:
    """A browser of ``login``."""
    client = Client(SERVER_NAME=HOST)
    client.force_login(Person.objects.get(login=login), backend="allauth.account.auth_backends.AuthenticationBackend")
    return client
