"""Two addresses for machines that watch the installation: open to anybody, so they tell states and no details."""

import shutil
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from studio.jobs.backups import last_backup
from studio.jobs.models import Job

FREE_BYTES = 500 * 1024 * 1024
QUEUE_PATIENCE = timedelta(minutes=5)
TEXT = "text/plain; charset=utf-8"


@login_not_required
@never_cache
def healthz(request):
    """The process answers."""
    return HttpResponse("ok\n", content_type=TEXT)


@login_not_required
@never_cache
def readyz(request):
    """One line for each thing the product needs, ``ok`` or ``bad``; 503 when one is bad."""
    states = {name: holds(check) for name, check in CHECKS.items()}
    text = "".join(f"{name} {'ok' if good else 'bad'}\n" for name, good in states.items())
    return HttpResponse(text, content_type=TEXT, status=200 if all(states.values()) else 503)


def holds(check) -> bool:
    """A check that cannot even be made has failed."""
    try:
        return check()
    except (DatabaseError, OSError):
        return False


def database() -> bool:
    """It answers a query."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def migrations() -> bool:
    """The tables are those the code expects."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def disk() -> bool:
    """There is room for more files, and they can be written."""
    probe = settings.PRIVATE_DIR / ".writable"
    probe.touch()
    probe.unlink()
    return shutil.disk_usage(settings.PRIVATE_DIR).free > FREE_BYTES


def queue() -> bool:
    """No job has been waiting for a worker for long."""
    now = timezone.now()
    return not Job.objects.claimable(now - QUEUE_PATIENCE).exists()


def backup() -> bool:
    """The last backup is young enough; an installation without this duty sets the hours to 0."""
    hours, last = settings.BACKUP_MAX_AGE_HOURS, last_backup()
    return not hours or (last is not None and timezone.now() - last < timedelta(hours=hours))


CHECKS = {"database": database, "migrations": migrations, "disk": disk, "queue": queue, "backup": backup}
