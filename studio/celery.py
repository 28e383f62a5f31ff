"""The Celery application: only a wake-up call for the rows of studio.jobs."""

import os

from celery import Celery
from celery.signals import import_modules

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "studio.settings")

app = Celery("studio")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@import_modules.connect
def set_schedule(sender, **kwargs):
    """What the scheduler sends comes from registries, which are complete once Django is set up."""
    from studio.jobs.schedule import schedule

    sender.conf.beat_schedule = schedule()
