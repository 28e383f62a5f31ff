"""The wake-up call. Losing one loses nothing: the sweeper repeats it."""

import logging
import threading

from django.conf import settings
from kombu.exceptions import OperationalError

from studio.celery import app

logger = logging.getLogger(__name__)


def wake(job_id: int) -> None:
    """Tell the workers about a job from a thread of its own: a hung broker must not hold up the person."""
    threading.Thread(target=send, args=(job_id,), name=f"wake-up for job {job_id}").start()


def send(job_id: int) -> bool:
    """Send the message; a broker that is down or full is worth one line in the log.

    The message expires when the sweeper repeats it, so a long wait does not pile messages up.
    """
    try:
        app.send_task("jobs.work", (job_id,), retry=False, expires=settings.JOB_RESEND_SECONDS)
    except (OperationalError, OSError) as error:
        logger.warning("job %s waits for the sweeper, no message was sent: %s", job_id, error)
        return False
    return True
