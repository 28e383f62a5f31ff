"""A backup is one tar file: the database, the private files and a manifest with the SHA-256 of each.

The database is copied first. Private files are never overwritten, so each file that the copy names exists when the
files follow. The manifest comes last and carries its own hash.
"""

import hashlib
import io
import json
import os
import tarfile
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, OperationalError, ProgrammingError, connections
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from studio.audit.log import seal
from studio.jobs import databases

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "database"
FILES = "private"
CHUNK = 1 << 20


def backup(folder=None) -> Path:
    """Write a backup into ``folder`` (``BACKUP_DIR`` unless given) and return its path."""
    folder = Path(folder or settings.BACKUP_DIR)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        seal()
    except (ProgrammingError, OperationalError) as problem:
        raise databases.DatabaseTrouble(
            f"The database has no tables of this version yet, or does not answer ({str(problem).strip()}). "
            "Run `make setup`, or check DATABASE_URL."
        ) from problem
    now = timezone.localtime()
    target = folder / f"studio-{now:%Y%m%d-%H%M%S}.tar"
    part = target.with_suffix(".part")
    connection = connections[DEFAULT_DB_ALIAS]
    try:
        with TemporaryDirectory(dir=folder) as work, part.open("xb") as stream:
            part.chmod(0o600)
            copy = Path(work) / DATABASE
            databases.dump(connection, copy)
            with tarfile.open(fileobj=stream, mode="w") as tar:
                hashes = {DATABASE: _add(tar, copy, DATABASE)}
                for path in private_files():
                    name = f"{FILES}/{path.relative_to(settings.PRIVATE_DIR).as_posix()}"
                    hashes[name] = _add(tar, path, name)
                _add_manifest(tar, manifest(connection, now, hashes))
            stream.flush()
            os.fsync(stream.fileno())
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)
    return target


def private_files():
    """Every private file, without the unfinished ones of running jobs."""
    root = settings.PRIVATE_DIR
    return sorted(path for path in root.rglob("*") if path.is_file() and path.relative_to(root).parts[0] != "work")


def manifest(connection, now: datetime, hashes: dict) -> dict:
    """What the backup holds and which state of the tables it belongs to."""
    return {
        "format": FORMAT,
        "made_at": now.isoformat(),
        "vendor": connection.vendor,
        "migrations": sorted(".".join(key) for key in MigrationRecorder(connection).applied_migrations()),
        "files": hashes,
    }


def sealed(body: dict) -> str:
    """The hash that the manifest carries of itself."""
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def last_backup() -> datetime | None:
    """When the newest backup in ``BACKUP_DIR`` was finished."""
    times = [path.stat().st_mtime for path in settings.BACKUP_DIR.glob("studio-*.tar")]
    return datetime.fromtimestamp(max(times), tz=timezone.get_default_timezone()) if times else None


class _Hashing:
    """A file that hashes what is read from it."""

    def __init__(self, stream):
        self.stream, self.sha256 = stream, hashlib.sha256()

    def read(self, size=-1):
        data = self.stream.read(size)
        self.sha256.update(data)
        return data


def _add(tar, path, name) -> str:
    info = tar.gettarinfo(path, arcname=name)
    with path.open("rb") as stream:
        hashing = _Hashing(stream)
        tar.addfile(info, hashing)
    return hashing.sha256.hexdigest()


def _add_manifest(tar, body):
    data = json.dumps({**body, "sha256": sealed(body)}, indent=1, sort_keys=True).encode()
    info = tarfile.TarInfo(MANIFEST)
    info.size = len(data)
    tar.addfile(info, io.BytesIO(data))
