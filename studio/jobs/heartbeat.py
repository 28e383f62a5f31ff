"""Signs of life of a worker while a job function is busy."""

import logging
import threading

from django.db import InterfaceError, OperationalError, connection

from studio.jobs import claims, conf
from studio.jobs.errors import Cancelled, LostClaim
from studio.jobs.models import Job

logger = logging.getLogger(__name__)


class Heartbeat(threading.Thread):
    """Renews the lease of ``job`` three times per lease from a connection of its own, until stopped or refused.

    A paused process pauses its heartbeat too, so its lease lapses and another worker may take over.
    """

    def __init__(self, job: Job):
        super().__init__(name=f"heartbeat of job {job.pk}", daemon=True)
        self.job = job
        self._stop_asked = threading.Event()

    def run(self):
        """Beat until the job function is through or the claim is gone; that shows at its next write."""
        pause = conf.lease().total_seconds() / 3
        while not self._stop_asked.wait(pause):
            try:
                claims.renew(self.job)
            except (Cancelled, LostClaim):
                break
            except (OperationalError, InterfaceError) as error:  # a busy or restarting database: try again
                logger.warning("%s: %s", self.name, error)
                connection.close()
        connection.close()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *exception):
        self._stop_asked.set()
        self.join(timeout=1)
