from django.db import migrations

TABLE = "facilities_openhours"
OVERLAP = f"""
SELECT 1 FROM {TABLE} other
WHERE other.room_id = NEW.room_id AND other.weekday = NEW.weekday AND {{other_row}}
AND other.opens < NEW.closes AND other.closes > NEW.opens
AND other.from_date <= COALESCE(NEW.to_date, '9999-12-31')
AND COALESCE(other.to_date, '9999-12-31') >= NEW.from_date
"""
SQLITE = """
CREATE TRIGGER open_hours_overlap_{moment} BEFORE {moment} ON {table}
WHEN EXISTS ({overlap}) BEGIN SELECT RAISE(ABORT, 'open hours of a room overlap'); END
"""
# The room's row is locked first: two transactions at once would not see each other's hours.
POSTGRESQL = """
CREATE FUNCTION open_hours_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM facilities_room WHERE id = NEW.room_id FOR NO KEY UPDATE;
  IF EXISTS ({overlap}) THEN
    RAISE EXCEPTION 'open hours of a room overlap' USING ERRCODE = 'exclusion_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER open_hours_overlap BEFORE INSERT OR UPDATE ON {table}
FOR EACH ROW EXECUTE FUNCTION open_hours_overlap()
"""


def forwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL.format(table=TABLE, overlap=OVERLAP.format(other_row="other.id <> NEW.id")))
        return
    overlap = OVERLAP.format(other_row="other.id IS NOT NEW.id")  # before an insert there is no id yet
    for moment in ("INSERT", "UPDATE"):
        schema_editor.execute(SQLITE.format(moment=moment, table=TABLE, overlap=overlap))


def backwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER open_hours_overlap ON {TABLE}")
        schema_editor.execute("DROP FUNCTION open_hours_overlap()")
        return
    for moment in ("INSERT", "UPDATE"):
        schema_editor.execute(f"DROP TRIGGER open_hours_overlap_{moment}")


class Migration(migrations.Migration):
    """Whatever way hours are written, a room never has two at the same time."""

    dependencies = [("facilities", "0001_initial")]

    operations = [migrations.RunPython(forwards, backwards)]
