"""Put a backup back: check everything first, replace last, and leave the old data when anything fails."""

import hashlib
import json
import shutil
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.cache import cache
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.loader import MigrationLoader

from studio.jobs import databases
from studio.jobs.backups import CHUNK, DATABASE, FILES, FORMAT, MANIFEST, sealed


class BackupRefused(Exception):
    """The backup cannot be restored here; the text says why. Nothing was changed."""


def restore(path) -> dict:
    """Replace database and private files by those of the backup at ``path``; returns its manifest."""
    with TemporaryDirectory(dir=settings.DATA_DIR, prefix="restore-") as folder:
        work = Path(folder)
        hashes = unpack(path, work)
        body = read_manifest(work)
        refuse_foreign(body)
        refuse_damaged(hashes, body["files"])
        replace(work)
    cache.clear()
    return body


def unpack(path, work) -> dict:
    """Write the files of the backup into ``work``, and none beside it; returns their hashes by name."""
    hashes = {}
    try:
        with tarfile.open(path) as tar:
            for member in tar:
                target = work / member.name
                if not member.isfile() or ".." in target.parts or not target.is_relative_to(work):
                    raise BackupRefused(f"The backup is damaged: {member.name} is no file of a backup.")
                target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                hashes[member.name] = write(tar.extractfile(member), target)
    except FileNotFoundError as problem:
        raise BackupRefused(f"There is no file {path}.") from problem
    except (tarfile.TarError, EOFError) as problem:
        raise BackupRefused(f"{path} is damaged or not a backup: {problem}") from problem
    except OSError as problem:
        raise BackupRefused(f"{path} cannot be unpacked: {problem.strerror}.") from problem
    return hashes


def write(source, target) -> str:
    """Copy the stream to the new file ``target``; returns the SHA-256 of what went through."""
    sha256 = hashlib.sha256()
    with target.open("xb") as stream:
        target.chmod(0o600)
        while chunk := source.read(CHUNK):
            sha256.update(chunk)
            stream.write(chunk)
    return sha256.hexdigest()


def read_manifest(work) -> dict:
    """The manifest, once its own hash has been checked."""
    try:
        body = json.loads((work / MANIFEST).read_bytes())
        seal = body.pop("sha256")
    except FileNotFoundError as problem:
        raise BackupRefused("The backup is incomplete: its manifest is missing.") from problem
    except (ValueError, KeyError, AttributeError) as problem:
        raise BackupRefused("The backup is damaged: its manifest cannot be read.") from problem
    if seal != sealed(body):
        raise BackupRefused("The backup is damaged: its manifest was changed.")
    return body


def refuse_foreign(body):
    """A backup of a newer product or of the other kind of database does not fit here."""
    connection = connections[DEFAULT_DB_ALIAS]
    if body["format"] > FORMAT:
        raise BackupRefused("The backup was made by a newer version of the product.")
    if body["vendor"] != connection.vendor:
        raise BackupRefused(f"The backup is of {body['vendor']}, this installation runs on {connection.vendor}.")
    loader = MigrationLoader(None)
    known = {".".join(key) for key in loader.disk_migrations} | {
        ".".join(key) for migration in loader.disk_migrations.values() for key in migration.replaces
    }
    if unknown := sorted(set(body["migrations"]) - known):
        raise BackupRefused(f"The backup was made by a newer version of the product, which knows {unknown[0]}.")


def refuse_damaged(found, expected):
    """Each file must be there as it was, and no other."""
    found = {name: sha256 for name, sha256 in found.items() if name != MANIFEST}
    if odd := sorted(found.keys() ^ expected.keys()):
        raise BackupRefused(f"The backup is damaged: {odd[0]} is missing or does not belong to it.")
    if changed := [name for name, sha256 in expected.items() if found[name] != sha256]:
        raise BackupRefused(f"The backup is damaged: {changed[0]} has changed.")


def replace(work):
    """Swap the files, then the database in one transaction; when that fails the files are swapped back."""
    new, old, current = work / FILES, work / "replaced", settings.PRIVATE_DIR
    new.mkdir(exist_ok=True, mode=0o700)
    current.rename(old)
    try:
        new.rename(current)
        databases.load(connections[DEFAULT_DB_ALIAS], work / DATABASE)
    except (databases.DatabaseTrouble, OSError) as problem:
        shutil.rmtree(current, ignore_errors=True)
        old.rename(current)
        raise BackupRefused(f"{problem} Nothing was changed.") from problem
