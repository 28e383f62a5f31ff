"""The one settings file: typed variables, documented completely, and safe in production or not at all."""

import ast
import os
import subprocess
import sys

import pytest
from django.conf import settings

SAFE = {
    "MODE": "production",
    "SECRET_KEY": "turbine-7-quiet-" * 4,
    "ALLOWED_HOSTS": "studio.example.org",
    "SITE_URL": "https://studio.example.org",
    "DATABASE_URL": "postgres://studio:secret@127.0.0.1:5432/studio",
}


def manage(*arguments, **environment):
    """A fresh process with exactly these variables."""
    kept = {name: os.environ[name] for name in ("PATH", "DATA_DIR", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def declared():
    from studio.settings import env

    return set(env.scheme)


def test_env_example_names_every_variable_once_with_its_default():
    lines = (settings.BASE_DIR / ".env.example").read_text().splitlines()
    names = [line.partition("=")[0] for line in lines if line and not line.startswith("# ")]
    by_mode = [name.removeprefix("#") for name in names if name.startswith("#")]
    assert sorted(name.removeprefix("#") for name in names) == sorted(declared())
    assert by_mode == ["BACKUP_MAX_AGE_HOURS"]


def test_env_example_copied_to_production_watches_backups():
    lines = (settings.BASE_DIR / ".env.example").read_text().splitlines()
    copied = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    code = "from django.conf import settings; print(settings.BACKUP_MAX_AGE_HOURS)"
    production = copied | SAFE | {"DATA_DIR": os.environ["DATA_DIR"]}
    assert manage("shell", "--no-imports", "--command", code, **production).stdout.strip() == "26"


def test_settings_read_what_they_declare_and_nothing_else():
    tree = ast.parse((settings.BASE_DIR / "studio/settings.py").read_text())
    read = {
        call.args[0].value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "env"
    }
    assert read == declared()


def test_environment_is_read_in_the_settings_only():
    """Elsewhere a variable would be neither typed nor documented; passing the environment on is fine."""
    allowed = {"studio/settings.py", "studio/celery.py", "studio/wsgi.py", "studio/asgi.py"}
    passing_on = {"studio/jobs/management/commands/run.py", "studio/jobs/preparation.py", "studio/jobs/databases.py"}
    for package in settings.OURS:
        for path in (settings.BASE_DIR / package.replace(".", "/")).rglob("*.py"):
            name = path.relative_to(settings.BASE_DIR).as_posix()
            text = path.read_text()
            if name not in allowed:
                assert "getenv" not in text, name
                assert "os.environ" not in text.replace("**os.environ", "") or name not in passing_on, name
                assert "os.environ" not in text or name in passing_on, name


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"DEBUG": "on"}, "DEBUG is on"),
        ({"SECRET_KEY": settings.DEFAULT_KEY}, "SECRET_KEY is the default"),
        ({"SECRET_KEY": ""}, "SECRET_KEY is the default"),
        ({"DATABASE_URL": ""}, "DATABASE_URL names no PostgreSQL"),
        ({"DATABASE_URL": "sqlite:///data.sqlite3"}, "DATABASE_URL names no PostgreSQL"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS is empty"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS is open"),
        ({"ALLOWED_HOSTS": "studio.example.org,.org"}, "ALLOWED_HOSTS is open"),
        ({"SITE_URL": ""}, "SITE_URL does not begin with https://"),
        ({"MODE": "Production"}, "must be demo, test or production"),
    ],
)
def test_production_refuses(change, reason):
    done = manage("check", **{**SAFE, **change})
    assert done.returncode != 0
    assert reason in done.stderr


def test_deployment_check_is_clean_in_production():
    done = manage("check", "--deploy", "--fail-level", "WARNING", **SAFE)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


def test_production_cookies_and_transport():
    code = (
        "from django.conf import settings as s; print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME,"
        " s.LANGUAGE_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.SECURE_HSTS_SECONDS >= 31536000)"
    )
    done = manage("shell", "--no-imports", "-c", code, **SAFE)
    assert done.stdout.split() == ["__Host-session", "__Host-csrf", "__Host-language", "True", "True"], done.stderr


def test_sqlite_writers_queue_up(db, connection_options=("IMMEDIATE", 20)):
    options = settings.SQLITE["OPTIONS"]
    assert (options["transaction_mode"], options["timeout"]) == connection_options
    assert "journal_mode=WAL" in options["init_command"]


def test_five_hundred_sign_ins_cost_little():
    """Argon2id with OWASP's parameters; the cost itself is measured by the benchmark, not by the suite."""
    from studio.core.passwords import TunedArgon2

    hasher = TunedArgon2()
    encoded = hasher.encode("correct horse", hasher.salt())
    assert "argon2id" in encoded
    assert "m=19456,t=2,p=1" in encoded
    assert hasher.verify("correct horse", encoded)
    assert settings.PASSWORD_HASHERS[-1] == "studio.core.passwords.TunedArgon2"
