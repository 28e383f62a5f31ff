"""What is written once: the database itself refuses to change or delete it, whoever asks and by whatever way.

A model says ``stays = Stays()``, or names the columns that stay while others may change. Django rebuilds a table on
SQLite to change it and forgets its triggers, so they stand in no migration: each ``migrate`` makes them anew.
"""

from dataclasses import dataclass

from django.db import connections

REFUSE = """
CREATE OR REPLACE FUNCTION studio_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '%: written once', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


@dataclass(frozen=True)
class Stays:
    """No row is deleted; no row changes, or none in the named ``fields``. ``TRUNCATE`` is left to the tables' owner."""

    fields: tuple[str, ...] = ()

    def triggers(self, model) -> dict[str, str]:
        """By the trigger's name, what it refuses."""
        columns = ", ".join(f'"{model._meta.get_field(name).column}"' for name in self.fields)
        table = model._meta.db_table
        return {
            f"{table}_stays_update": f"UPDATE OF {columns}" if columns else "UPDATE",
            f"{table}_stays_delete": "DELETE",
        }


def guard(models, using: str = "default") -> None:
    """Make the triggers of ``models`` anew."""
    connection = connections[using]
    postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        if postgresql:
            cursor.execute(REFUSE)
        for model in models:
            if model._meta.db_table in tables:
                for name, moment in model.stays.triggers(model).items():
                    _make(cursor, name, moment, model._meta.db_table, postgresql)


def _make(cursor, name, moment, table, postgresql):
    if postgresql:
        cursor.execute(f'DROP TRIGGER IF EXISTS {name} ON "{table}"')
        body = "FOR EACH ROW EXECUTE FUNCTION studio_stays()"
    else:
        cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        body = f"BEGIN SELECT RAISE(ABORT, '{table}: written once'); END"
    cursor.execute(f'CREATE TRIGGER {name} BEFORE {moment} ON "{table}" {body}')


def those_that_stay(models) -> list:
    """The models among ``models`` that declare it."""
    return [model for model in models if isinstance(getattr(model, "stays", None), Stays)]
