"""What the scheduler (celery beat) sends, built from the registries."""

from django.conf import settings

from studio.jobs.registry import every_minute


def schedule() -> dict:
    """Entries for ``app.conf.beat_schedule``. Each message expires before the next one is sent."""
    seconds = settings.JOB_SWEEP_SECONDS
    entries = {"sweep": {"task": "jobs.sweep", "schedule": seconds, "options": {"expires": seconds}}}
    for key, _function in every_minute.items():
        entries[key] = {"task": "jobs.every_minute", "args": [key], "schedule": 60.0, "options": {"expires": 60}}
    return entries
