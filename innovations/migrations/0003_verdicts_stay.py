from django.db import migrations

TABLE = "innovations_benefitverdict"
SQLITE = f"""
CREATE TRIGGER benefit_verdict_stays BEFORE UPDATE ON {TABLE}
BEGIN SELECT RAISE(ABORT, 'benefit verdicts are never changed'); END
"""
POSTGRESQL = f"""
CREATE FUNCTION benefit_verdict_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'benefit verdicts are never changed' USING ERRCODE = 'integrity_constraint_violation'; END $$;
CREATE TRIGGER benefit_verdict_stays BEFORE UPDATE ON {TABLE}
FOR EACH ROW EXECUTE FUNCTION benefit_verdict_stays()
"""


def forwards(apps, schema_editor):
    """Whatever way a row is reached, the database refuses to change it."""
    vendor = schema_editor.connection.vendor
    schema_editor.execute({"sqlite": SQLITE, "postgresql": POSTGRESQL}[vendor])


def backwards(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(f"DROP TRIGGER benefit_verdict_stays ON {TABLE}")
        schema_editor.execute("DROP FUNCTION benefit_verdict_stays()")
    else:
        schema_editor.execute("DROP TRIGGER benefit_verdict_stays")


class Migration(migrations.Migration):
    """Verdicts are append-only in the database too."""

    dependencies = [("innovations", "0002_kinds")]

    operations = [migrations.RunPython(forwards, backwards)]
