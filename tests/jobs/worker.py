"""The Celery application for worker processes of the tests: the product's own, and the trial jobs."""

import django

django.setup()

from studio.celery import app  # noqa: E402  (the trial jobs need Django's models)
from tests.jobs import trial  # noqa: E402

__all__ = ["app", "trial"]
