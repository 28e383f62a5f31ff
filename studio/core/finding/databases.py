"""The index behind the search column, of its own kind on each database, made and mended after every ``migrate``.

PostgreSQL: a GIN index over the tokens as tsvector. SQLite: an FTS5 table per model that reads the tokens from the
model's own table, kept in step by triggers. Django rebuilds a table on SQLite to change it and forgets its triggers,
so this does not stand in migrations: what is missing is found and made again.
"""

from django.db import connections

PREFIX = "search_of_"
WHEN = ("insert", "update", "delete")


def mark_of(studio_id) -> str:
    """The token that stands for a studio. Nobody can type it, because words hold letters and digits only."""
    return f"§{studio_id}"


def index_name(model) -> str:
    """The name of the model's index (PostgreSQL) or of its FTS table (SQLite)."""
    return f"{PREFIX}{model._meta.db_table}"[:60]


def ensure_indexes(models, using: str = "default") -> None:
    """Make the search indexes of ``models`` that are missing."""
    connection = connections[using]
    make = {"postgresql": _on_postgresql, "sqlite": _on_sqlite}[connection.vendor]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for model, field in models:
            if model._meta.db_table in tables:
                make(cursor, connection, model, field)


def _on_postgresql(cursor, connection, model, field):
    quote = connection.ops.quote_name
    name, table, column = index_name(model), model._meta.db_table, field.column
    cursor.execute("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(%s)", [quote(name)])
    found = cursor.fetchone()
    if found and found[0]:
        return
    if found:  # an attempt that was broken off
        cursor.execute(f"DROP INDEX {quote(name)}")
    alive = "" if connection.in_atomic_block else "CONCURRENTLY"  # people go on working meanwhile
    cursor.execute(
        f"CREATE INDEX {alive} {quote(name)} ON {quote(table)} "
        f"USING gin (array_to_tsvector(string_to_array({quote(column)}, ' ')))"
    )


def _on_sqlite(cursor, connection, model, field):
    quote = connection.ops.quote_name
    name, table, column = index_name(model), model._meta.db_table, field.column
    triggers = {when: f"{name}_{when}" for when in WHEN}
    cursor.execute(
        "SELECT count(*) FROM sqlite_master WHERE (type = 'trigger' AND tbl_name = %s AND name IN (%s, %s, %s))"
        " OR (type = 'table' AND name = %s)",
        [table, *triggers.values(), name],
    )
    if cursor.fetchone()[0] == len(WHEN) + 1:
        return
    index, key = quote(name), quote(model._meta.pk.column)
    take = f"INSERT INTO {index}({index}, rowid, {column}) VALUES ('delete', old.{key}, old.{column});"  # noqa: S608
    put = f"INSERT INTO {index}(rowid, {column}) VALUES (new.{key}, new.{column});"  # noqa: S608
    body = {"insert": put, "update": take + put, "delete": take}
    changed = f"OF {column} ON {quote(table)} WHEN old.{column} IS NOT new.{column}"
    cursor.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {index} USING fts5({column}, content={quote(table)}, content_rowid={key},"
        " tokenize='ascii', detail='none', columnsize=0)"
    )
    for when, trigger in triggers.items():
        cursor.execute(f"DROP TRIGGER IF EXISTS {quote(trigger)}")
        on = changed if when == "update" else f"ON {quote(table)}"
        cursor.execute(f"CREATE TRIGGER {quote(trigger)} AFTER {when.upper()} {on} BEGIN {body[when]} END")
    cursor.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")  # noqa: S608
