"""Copies of the whole database, taken and put back in one piece, for both kinds of database."""

import os
import sqlite3
import subprocess
from contextlib import closing
from shutil import which

from django.db import DatabaseError

# Dropping what there was and loading the copy in one transaction would take two locks per table and index at once,
# which is more than PostgreSQL's usual table of locks holds. So the old schema steps aside, and goes after the load.
DROP_ASIDE = "DROP SCHEMA IF EXISTS replaced_by_restore CASCADE"
# the copy begins by creating the schema
STEP_ASIDE = "SET lock_timeout = '10s'; ALTER SCHEMA public RENAME TO replaced_by_restore;"
KEEP_EXTENSIONS = """DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT extname FROM pg_extension WHERE extnamespace = 'replaced_by_restore'::regnamespace LOOP
        EXECUTE format('ALTER EXTENSION %I SET SCHEMA public', name);
    END LOOP;
END $$"""


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
        _psql(connection, "--command", DROP_ASIDE)
        _psql(connection, "--single-transaction", "--command", STEP_ASIDE, "--file", path, "--command", KEEP_EXTENSIONS)
        _psql(connection, "--command", DROP_ASIDE)


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


def _psql(connection, *steps):
    # NOTICE lines would bury the one that says what went wrong
    quiet = ["--no-psqlrc", "--quiet", "--output", os.devnull, "--set", "ON_ERROR_STOP=1"]
    _postgresql(connection, "psql", *quiet, *steps)


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
        "PGOPTIONS": "--client-min-messages=warning",
    }
    environment = {**os.environ, **{key: value for key, value in environment.items() if value}}
    done = subprocess.run([program, *map(str, arguments)], env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise DatabaseTrouble(f"{program}: {done.stderr.strip() or done.returncode}")
