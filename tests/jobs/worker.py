"""The Celery application for worker processes of the tests: the product's own, and the trial jobs."""

import os

import django
from celery.signals import worker_ready

django.setup()

from django.conf import settings  # noqa: E402

from studio.celery import app  # noqa: E402  (the trial jobs need Django's models)
from tests.jobs import trial  # noqa: E402


@worker_ready.connect
def leave_a_mark(**_kwargs):
    """So that a test knows when messages will be heard."""
    (settings.DATA_DIR / "marks" / f"ready-{os.getpid()}").touch()


__all__ = ["app", "trial"]
