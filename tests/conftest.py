"""What every test relies on."""

import os
import shutil

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.utils import translation
from pytest_django.plugin import blocking_manager_key

from studio.core.stays import guard, those_that_stay

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def pytest_collection_modifyitems(config, items):
    """Browser tests run where Chromium is found; elsewhere they are left out visibly, in CI that is an error."""
    if CHROMIUM:
        return
    browser = [item for item in items if item.get_closest_marker("browser")]
    if not browser:
        return
    if os.environ.get("CI"):
        raise pytest.UsageError("Chromium is missing: CI must run the browser tests.")
    config.hook.pytest_deselected(items=browser)
    items[:] = [item for item in items if item not in set(browser)]


def pytest_collection_finish(session):
    """Tests of one group share what they start; a pytest that spreads them over processes does so without a word."""
    if not getattr(session.config.option, "loadgroup", False):
        return
    spread = [one.nodeid for one in session.items if one.get_closest_marker("xdist_group") and "@" not in one.nodeid]
    if spread:
        raise pytest.UsageError(f"xdist_group has no effect with this pytest: {spread[0]} and {len(spread) - 1} more")


def pytest_report_header():
    database = settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]
    queue = "Redis" if settings.REDIS_URL else "folder"
    browser = CHROMIUM or "none found, browser tests are left out"
    return f"database: {database}, queue and cache: {queue}, Chromium: {browser}"


@pytest.fixture(autouse=True)
def _empty_shared_cache():
    """Redis outlives the transaction of a test, the database cache does not."""
    if settings.REDIS_URL:
        cache.clear()


def pytest_itemcollected(item):
    """A test that empties the tables must bring back what migrations wrote, or the next one finds no catalogue."""
    marker = item.get_closest_marker("django_db")
    if marker and marker.kwargs.get("transaction") and not marker.kwargs.get("serialized_rollback"):
        raise pytest.UsageError(f"{item.nodeid}: django_db(transaction=True) also needs serialized_rollback=True")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item):
    """Such a test ends with DELETE on SQLite, which has no TRUNCATE: what is written once may go for this moment."""
    marker = item.get_closest_marker("django_db")
    if not (marker and marker.kwargs.get("transaction") and connection.vendor == "sqlite"):
        return (yield)
    staying = those_that_stay(apps.get_models())
    with item.config.stash[blocking_manager_key].unblock():
        with connection.cursor() as cursor:
            for name in (name for model in staying for name in model.stays.triggers(model)):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        try:
            return (yield)
        finally:
            guard(staying)


@pytest.fixture(autouse=True)
def _own_language():
    """A page that was asked for in Chinese leaves its language behind in the thread."""
    translation.activate(settings.LANGUAGE_CODE)
