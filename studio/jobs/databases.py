"""Copies of the whole database, taken and put back in one piece, for both kinds of database."""

import os
import sqlite3
import subprocess
from contextlib import closing
from shutil import which

from django.db import DatabaseError

# the copy begins by creating the schema
EMPTY_POSTGRESQL = "SET lock_timeout = '10s'; DROP SCHEMA public CASCADE;"


class DatabaseTrouble(Exception):
    """The copy could not be taken or put back; the text says why and the database is as it was."""


def dump(connection, path):
    """Write a consistent copy of the database to ``path`` while people go on working."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(path)) as copy:
            connection.connection.backup(copy)
    else:
        options = ["--no-owner", "--no-privileges", "--schema", "public", "--extension", "*", "--file", path]
        _postgresql(connection, "pg_dump", *options)


def load(connection, path):
    """Replace the content of the database by the copy at ``path``, all or nothing."""
    if connection.vendor == "sqlite":
        _load_sqlite(connection, path)
    else:
        connection.close()
        steps = ["--single-transaction", "--set", "ON_ERROR_STOP=1", "--command", EMPTY_POSTGRESQL, "--file", path]
        _postgresql(connection, "psql", "--no-psqlrc", "--quiet", "--output", os.devnull, *steps)


def _load_sqlite(connection, path):
    # opened the way Django does, because checking the copy calls Django's functions in its constraints
    copy = type(connection)({**connection.settings_dict, "NAME": str(path)}, "backup")
    try:
        with copy.cursor() as cursor:
            verdict = cursor.execute("PRAGMA quick_check").fetchone()[0]
        if verdict != "ok":
            raise DatabaseTrouble(f"The database in the backup is damaged: {verdict}")
        connection.ensure_connection()
        copy.connection.backup(connection.connection)
    except (sqlite3.Error, DatabaseError) as problem:
        raise DatabaseTrouble(f"SQLite could not restore: {problem}") from problem
    finally:
        copy.close()


def _postgresql(connection, program, *arguments):
    if not which(program):
        raise DatabaseTrouble(f"{program} is missing; install the client programs of PostgreSQL.")
    values = connection.settings_dict
    environment = {
        "PGHOST": values["HOST"] or "",
        "PGPORT": str(values["PORT"] or ""),
        "PGUSER": values["USER"],
        "PGPASSWORD": values["PASSWORD"] or "",
        "PGDATABASE": values["NAME"],
    }
    environment = {**os.environ, **{key: value for key, value in environment.items() if value}}
    done = subprocess.run([program, *map(str, arguments)], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise DatabaseTrouble(f"{program}: {done.stderr.strip() or done.returncode}")
