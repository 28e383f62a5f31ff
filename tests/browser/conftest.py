"""The running product and a real browser: what the journeys drive."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from playwright.sync_api import sync_playwright

from studio.home.world import PASSWORD
from tests.conftest import CHROMIUM

FIRST_START_SECONDS = 90
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Product:
    """A product of the tests' own, started by the same command as everybody's."""

    url: str
    folder: Path
    signed_in: dict = field(default_factory=dict)  # cookies by login: each signs in once


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def product():
    """The product with the demonstration, on a database and a queue of its own."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="studio-browser-") as folder, own_database() as database:
        environment = {**os.environ, **database, "MODE": "demo", "DATA_DIR": folder, "PORT": str(port)}
        log = Path(folder) / "run.log"
        command = [sys.executable, "manage.py", "run", "--port", str(port)]
        with log.open("w", encoding="utf-8") as out:
            process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, stdout=out, stderr=out)
        try:
            wait_for(f"http://127.0.0.1:{port}/healthz", process, log)
            yield Product(f"http://127.0.0.1:{port}", Path(folder))
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(20)


def wait_for(url: str, process, log: Path) -> None:
    """Until the product answers; its own words where it does not."""
    until = time.monotonic() + FIRST_START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"the product did not start:\n{log.read_text(encoding='utf-8')[-3000:]}")


class own_database:
    """Environment of the product's own database: SQLite, or a fresh one on the suite's PostgreSQL.

    Its name makes the product an installation of its own, so the suite's Redis serves both.
    """

    def __enter__(self) -> dict[str, str]:
        self.name = f"studio_browser_{os.getpid()}"
        values = {"DATABASE_URL": ""}
        if url := os.environ.get("DATABASE_URL"):
            self._execute(f'DROP DATABASE IF EXISTS "{self.name}"', f'CREATE DATABASE "{self.name}"')
            values["DATABASE_URL"] = urlunsplit(urlsplit(url)._replace(path=f"/{self.name}"))
        return values

    def __exit__(self, *problem) -> None:
        if os.environ.get("DATABASE_URL"):
            self._execute(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)')

    def _execute(self, *statements: str) -> None:
        import psycopg2

        connection = psycopg2.connect(os.environ["DATABASE_URL"])
        connection.autocommit = True
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
        connection.close()


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for all journeys."""
    # Playwright keeps an event loop running in this thread; without this, Django refuses later tests of this process.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def visit(product, chromium):
    """``visit(login, …)`` opens a signed-in page; console errors and broken security policy fail the test."""
    contexts, problems = [], []

    def open_page(login: str | None = None, *, language="en", width=1280, height=900, theme="light"):
        context = chromium.new_context(
            base_url=product.url,
            viewport={"width": width, "height": height},
            locale="zh-CN" if language.startswith("zh") else "en-GB",
            color_scheme=theme,
            accept_downloads=True,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: message.type == "error" and problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        if login and login not in product.signed_in:
            sign_in(page, login)
            product.signed_in[login] = context.cookies()
        elif login:
            context.add_cookies(product.signed_in[login])
        return page

    yield open_page
    for context in contexts:
        context.close()
    unexpected = [text for text in problems if not re.search(r"status of (400|403|404|409|422)", text)]
    log = (product.folder / "run.log").read_text(encoding="utf-8")[-3000:] if unexpected else ""
    assert not unexpected, f"{unexpected}\n{log}"


def sign_in(page, login: str) -> None:
    """Through the sign-in page, as everybody does."""
    page.goto("/accounts/login/")
    page.fill("input[name=login]", login)
    page.fill("input[name=password]", PASSWORD)
    page.locator("form:has(input[name=password]) [type=submit]").click()
    page.wait_for_url(re.compile(r"/s/"))
