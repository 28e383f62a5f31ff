"""``make faults``: jobs under faults, with real servers and workers of this run's own on spare ports.

A PostgreSQL cluster and a Redis are made in a temporary folder, then every scenario of ``scenarios.py`` runs on
them and prints one line; the exit code is 1 when one of them fails. ``python -m tests.faults.run kills=20`` makes
fewer kills, ``only=redis_down`` runs one scenario, ``seed=7`` draws other instants.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.servers import Postgres, Redis

NUMBERS = {"JOB_LEASE_SECONDS": "3", "JOB_RESEND_SECONDS": "2", "JOB_SWEEP_SECONDS": "1", "JOB_RETRY_SECONDS": "1"}


def main(arguments) -> int:
    """Start the servers, hand their addresses to a process of the product, end them whatever happened."""
    with tempfile.TemporaryDirectory(prefix="studio-faults-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        postgres, redis = Postgres(folder / "postgres"), Redis(folder / "redis")
        try:
            postgres.start()
            redis.start()
            environment = {
                **os.environ,
                **NUMBERS,
                "DJANGO_SETTINGS_MODULE": "studio.settings",
                "MODE": "test",
                "DATA_DIR": str(folder / "data"),
                "DATABASE_URL": postgres.url,
                "REDIS_URL": redis.url,
                "FAULTS_POSTGRES": f"{postgres.folder}:{postgres.port}",
                "FAULTS_REDIS": f"{redis.folder}:{redis.port}",
            }
            command = [sys.executable, "-m", "tests.faults.scenarios", *arguments]
            return subprocess.run(command, env=environment, check=False).returncode
        finally:
            redis.stop()
            postgres.stop()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
