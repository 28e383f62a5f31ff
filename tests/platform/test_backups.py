"""One command each: back up and restore, all or nothing."""

import hashlib
import json
import shutil
import tarfile

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection

from studio.jobs import backups, databases
from studio.jobs.restoring import BackupRefused, restore

Person = get_user_model()
pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.skipif(
        connection.vendor == "postgresql" and not shutil.which("pg_dump"), reason="PostgreSQL's client programs"
    ),
]


@pytest.fixture
def installation(settings, tmp_path):
    """A data folder of its own with one private file and one person."""
    settings.DATA_DIR = tmp_path
    settings.PRIVATE_DIR = tmp_path / "private"
    settings.BACKUP_DIR = tmp_path / "backups"
    (settings.PRIVATE_DIR / "ab").mkdir(parents=True)
    (settings.PRIVATE_DIR / "ab" / "proof.pdf").write_bytes(b"first" * 1000)
    (settings.PRIVATE_DIR / "work").mkdir()
    (settings.PRIVATE_DIR / "work" / "unfinished").write_bytes(b"x")
    Person.objects.create_user("zhou", name="周颖")
    return settings


def change(installation):
    """What happens after the backup."""
    (installation.PRIVATE_DIR / "ab" / "proof.pdf").write_bytes(b"second")
    (installation.PRIVATE_DIR / "later.pdf").write_bytes(b"later")
    person = Person.objects.get(login="zhou")
    person.name = "改名"
    person.save()
    Person.objects.create_user("later", name="新人")


def as_changed(installation):
    return (
        (installation.PRIVATE_DIR / "ab" / "proof.pdf").read_bytes() == b"second"
        and (installation.PRIVATE_DIR / "later.pdf").exists()
        and Person.objects.filter(login="later").exists()
        and Person.objects.get(login="zhou").name == "改名"
    )


def rewrite(path, edit):
    """The backup with ``edit(name, data)`` applied to each member; ``None`` leaves it out."""
    target = path.with_name("edited.tar")
    with tarfile.open(path) as old, tarfile.open(target, "w") as new:
        for member in old:
            data = edit(member.name, old.extractfile(member).read())
            if data is not None:
                member.size = len(data)
                source = target.with_suffix(".member")
                source.write_bytes(data)
                with source.open("rb") as stream:
                    new.addfile(member, stream)
    return target


def with_manifest(path, **changes):
    """The backup with a changed manifest that carries the right hash of itself."""

    def edit(name, data):
        if name != backups.MANIFEST:
            return data
        body = {**json.loads(data), **changes}
        body.pop("sha256")
        return json.dumps({**body, "sha256": backups.sealed(body)}).encode()

    return rewrite(path, edit)


def test_restore_brings_back_database_and_files(installation, capsys):
    call_command("backup")
    path = next(installation.BACKUP_DIR.glob("studio-*.tar"))
    assert str(path) in capsys.readouterr().out
    assert path.stat().st_mode & 0o077 == 0
    change(installation)
    call_command("restore", str(path), "--no-input")
    assert list(Person.objects.values_list("login", "name")) == [("zhou", "周颖")]
    files = sorted(p.relative_to(installation.PRIVATE_DIR).as_posix() for p in backups.private_files())
    assert files == ["ab/proof.pdf"]
    assert (installation.PRIVATE_DIR / "ab" / "proof.pdf").read_bytes() == b"first" * 1000
    assert not list(installation.DATA_DIR.glob("restore-*"))


def test_restored_twice_is_the_same(installation):
    path = backups.backup()
    restore(path)
    again = backups.backup(installation.DATA_DIR / "again")
    change(installation)
    restore(again)
    assert list(Person.objects.values_list("login", flat=True)) == ["zhou"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="schemas are PostgreSQL's")
def test_what_an_interrupted_restore_left_aside_is_gone_after_the_next(installation):
    path = backups.backup()
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA replaced_by_restore")
        cursor.execute("CREATE TABLE replaced_by_restore.organisation_person (id int)")
    restore(path)
    with connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'")
        assert cursor.fetchall() == [("public",)]
    assert Person.objects.get().login == "zhou"


def flip(data):
    return data[:-3] + bytes([data[-3] ^ 1]) + data[-2:]


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda path: rewrite(path, lambda n, d: flip(d) if n == "database" else d), "database has changed"),
        (lambda path: rewrite(path, lambda n, d: flip(d) if n.endswith("pdf") else d), "proof.pdf has changed"),
        (lambda path: rewrite(path, lambda n, d: None if n.endswith("pdf") else d), "proof.pdf is missing"),
        (lambda path: rewrite(path, lambda n, d: None if n == backups.MANIFEST else d), "manifest is missing"),
        (
            lambda path: rewrite(path, lambda n, d: d.replace(b"format", b"fOrmat") if n == backups.MANIFEST else d),
            "manifest was changed",
        ),
        (lambda path: rewrite(path, lambda n, d: b"[" if n == backups.MANIFEST else d), "cannot be read"),
        (lambda path: with_manifest(path, format=99), "newer version"),
        (lambda path: with_manifest(path, vendor="oracle"), "is of oracle"),
        (lambda path: with_manifest(path, migrations=["training.0999_future"]), "training.0999_future"),
    ],
)
def test_damaged_or_newer_backup_is_refused_and_nothing_changes(installation, damage, reason):
    path = damage(backups.backup())
    change(installation)
    with pytest.raises(BackupRefused, match=reason):
        restore(path)
    assert as_changed(installation)


@pytest.mark.parametrize("length", [0, 1000, 200_000])
def test_truncated_backup_is_refused(installation, length):
    path = backups.backup()
    path.write_bytes(path.read_bytes()[:length])
    change(installation)
    with pytest.raises(BackupRefused):
        restore(path)
    assert as_changed(installation)


def test_member_that_leads_elsewhere_is_refused(installation):
    path = backups.backup()
    outside = installation.DATA_DIR / "outside"
    with tarfile.open(path, "a") as tar:
        member = tarfile.TarInfo("private/../../outside")
        tar.addfile(member)
    with pytest.raises(BackupRefused, match="no file of a backup"):
        restore(path)
    assert not outside.exists()


def test_database_that_cannot_be_put_back_leaves_the_old_data(installation, tmp_path):
    """The hashes are right, the database inside is not: files are swapped back as well."""
    nonsense = b"no database at all; " * 200

    def edit(name, data):
        return nonsense if name == "database" else data

    path = rewrite(backups.backup(), edit).rename(tmp_path / "nonsense.tar")
    with tarfile.open(path) as tar:
        hashes = json.loads(tar.extractfile(backups.MANIFEST).read())["files"]
    path = with_manifest(path, files={**hashes, "database": hashlib.sha256(nonsense).hexdigest()})
    change(installation)
    with pytest.raises(BackupRefused, match="Nothing was changed"):
        restore(path)
    assert as_changed(installation)


def test_restore_names_a_missing_file(installation):
    with pytest.raises(CommandError, match="There is no file"):
        call_command("restore", str(installation.DATA_DIR / "none.tar"), "--no-input")


def test_restore_asks_first(installation, monkeypatch):
    path = backups.backup()
    change(installation)
    monkeypatch.setattr("builtins.input", lambda question: "no")
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("restore", str(path))
    assert as_changed(installation)


def test_failed_backup_leaves_no_file(installation, monkeypatch):
    def full(connection, path):
        raise databases.DatabaseTrouble("disk full")

    monkeypatch.setattr(databases, "dump", full)
    with pytest.raises(CommandError, match="No backup was made"):
        call_command("backup")
    assert not list(installation.BACKUP_DIR.iterdir())


def test_last_backup_is_known(installation):
    assert backups.last_backup() is None
    backups.backup()
    assert backups.last_backup() is not None


def test_a_database_without_tables_is_not_backed_up_and_says_why(installation):
    """As after a clone, before the first start."""
    with connection.schema_editor() as editor:
        editor.execute("ALTER TABLE audit_auditrow RENAME TO elsewhere")
    try:
        with pytest.raises(CommandError, match="make setup"):
            call_command("backup")
    finally:
        with connection.schema_editor() as editor:
            editor.execute("ALTER TABLE elsewhere RENAME TO audit_auditrow")
    assert not list(installation.BACKUP_DIR.glob("*"))
