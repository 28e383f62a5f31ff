"""Each fault turns its own line red, and nobody learns more than that."""

import os
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from studio.home import health
from studio.jobs.models import Job


def states(client):
    answer = client.get("/readyz")
    lines = dict(line.split() for line in answer.content.decode().splitlines())
    assert answer.status_code == (503 if "bad" in lines.values() else 200)
    assert answer["Content-Type"].startswith("text/plain")
    return lines


ALL_GOOD = dict.fromkeys(["database", "migrations", "disk", "queue", "backup"], "ok")


def test_process_answers_without_a_database(client):
    """No database mark on this test: a query would fail it."""
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.django_db
def test_all_is_well(client):
    assert states(client) == ALL_GOOD


@pytest.mark.django_db
def test_database_that_does_not_answer(client, monkeypatch):
    def down(*args, **kwargs):
        raise OperationalError("no route to secret-host")

    with connection.execute_wrapper(down):
        answer = client.get("/readyz")
    assert answer.status_code == 503
    assert b"database bad\n" in answer.content
    assert b"disk ok\n" in answer.content
    assert b"secret-host" not in answer.content


@pytest.mark.django_db
def test_missing_migration(client):
    MigrationRecorder(connection).migration_qs.filter(app="jobs").delete()
    assert states(client) == {**ALL_GOOD, "migrations": "bad"}


@pytest.mark.django_db
def test_full_disk(client, monkeypatch):
    monkeypatch.setattr(health, "FREE_BYTES", 1 << 62)
    assert states(client) == {**ALL_GOOD, "disk": "bad"}


@pytest.mark.django_db
def test_folder_that_cannot_be_written(client, settings, tmp_path):
    settings.PRIVATE_DIR = tmp_path / "gone"
    assert states(client)["disk"] == "bad"


@pytest.mark.django_db
@pytest.mark.parametrize(("hours", "expected"), [(0, "ok"), (1, "bad")])
def test_old_backup(client, settings, tmp_path, hours, expected):
    settings.BACKUP_DIR, settings.BACKUP_MAX_AGE_HOURS = tmp_path, hours
    assert states(client)["backup"] == expected, "no backup at all"
    path = tmp_path / "studio-20210101-000000.tar"
    path.touch()
    assert states(client)["backup"] == "ok", "a fresh one"
    old = (timezone.now() - timedelta(hours=2)).timestamp()
    os.utime(path, (old, old))
    assert states(client)["backup"] == expected, "one that is too old"


@pytest.mark.django_db
@pytest.mark.parametrize(("minutes", "expected"), [(1, "ok"), (10, "bad")])
def test_job_that_nobody_takes(client, a_job, minutes, expected):
    Job.objects.filter(pk=a_job.pk).update(due_at=timezone.now() - timedelta(minutes=minutes))
    assert states(client)["queue"] == expected
