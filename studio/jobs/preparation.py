"""What must be there before the processes start; each step is skipped when nothing has changed."""

import hashlib
import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.executor import MigrationExecutor

from studio.organisation.actions import first_link

DEMO_LOGINS = [
    *["admin", "lead", "office", "leader", "member", "trainer"],
    *["judge", "appraiser", "finance", "manager", "assessor"],
]
DEMO_PASSWORD = "studio-demo"  # noqa: S105  meant to be known, refused in production


def prepare(say):
    """Static files, tables, cache table and, in a new demonstration, its data. ``say`` takes a line for people."""
    collecting = collect_static(say)
    migrate(say)
    if settings.MODE == "demo" and settings.LOAD_DEMO and not apps.get_model("organisation", "Studio").objects.exists():
        say("Loading the demonstration …")
        call_command("demo", stdout=StringIO())
    if collecting and collecting.wait():
        raise SystemExit("Collecting the static files failed; see above.")
    if collecting:
        stamp_file().write_text(static_fingerprint())


def migrate(say):
    """Bring the tables up to date."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        say("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)


def collect_static(say):
    """Start collecting when a file changed since the last time; returns the running process or ``None``."""
    if stamp_file().exists() and stamp_file().read_text() == static_fingerprint():
        return None
    say("Collecting static files …")
    command = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    return subprocess.Popen(command, cwd=settings.BASE_DIR, env={**os.environ, "COLLECTED_STATIC": "on"})


def static_fingerprint() -> str:
    """A hash over names, sizes and times of all static files."""
    lines = []
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = Path(storage.path(path)).stat()
            lines.append(f"{path} {stat.st_size} {stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()


def stamp_file():
    """Where the fingerprint of the collected files is kept."""
    return settings.STATIC_ROOT / ".fingerprint"


def who_may_sign_in() -> str:
    """The demonstration's accounts, or what to do when nobody can sign in yet."""
    people = get_user_model().objects.filter(is_active=True)
    if settings.MODE == "demo":
        present = set(people.filter(login__in=DEMO_LOGINS).values_list("login", flat=True))
        if present:
            names = " ".join(login for login in DEMO_LOGINS if login in present)
            return f"Accounts: {names}\nPassword: {DEMO_PASSWORD}"
    if first_link.is_open():
        return f"Nobody can sign in yet. Set up the studio here (once, within a day):\n{first_link.new_link()}"
    return ""
