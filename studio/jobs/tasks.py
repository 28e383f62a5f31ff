"""What Celery knows of us: one task that works, and the scheduler's two.

Messages are acknowledged early on purpose. A killed worker then loses its message, and the sweeper sends a new one
when the lease lapses; late acknowledgement would deliver it at once (too early) and, for a task that kills its
worker, for ever.
"""

import logging

from celery import shared_task
from celery.signals import worker_ready

from studio.jobs import attempt, sweeper
from studio.jobs.registry import every_minute

logger = logging.getLogger(__name__)


@shared_task(name="jobs.work", acks_late=False, ignore_result=True)
def work(job_id: int) -> None:
    """There is work: ``job_id``, or whatever comes before it. Nothing happens when all is done or held."""
    attempt.work()


@shared_task(name="jobs.sweep", acks_late=False, ignore_result=True)
def sweep() -> None:
    """Repeat wake-up calls that nobody answered."""
    sweeper.sweep()


@shared_task(name="jobs.every_minute", acks_late=False, ignore_result=True)
def run_every_minute(key: str) -> None:
    """Call one function declared with ``minutely``."""
    every_minute[key]()


@worker_ready.connect
def sweep_at_start(**_kwargs) -> None:
    """A restarted worker looks at once for what the last one left."""
    sweep.apply_async(retry=False)
