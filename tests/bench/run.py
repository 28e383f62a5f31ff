"""``make bench``: the figures of speed as tables, on SQLite and, when DATABASE_URL names one, on PostgreSQL.

Each database gets a process and a scratch database of its own in a temporary data folder; nothing of the developer's
is read or written. ``python -m tests.bench.run 10000`` measures with that many rows only.
"""

import os
import subprocess
import sys
import tempfile

ROWS = ("10000", "100000")
# Django is set up before anything that needs it is imported.
MEASURE = "import sys, django; django.setup(); from tests.bench import measure; measure.main([*map(int, sys.argv[1:])])"
# MODE=test keeps a developer's .env out; cache and queue live in the scratch database and folder.
SCRATCH = {"DJANGO_SETTINGS_MODULE": "studio.settings", "MODE": "test", "REDIS_URL": "", "LOG_LEVEL": "CRITICAL"}


def main(sizes) -> int:
    """Run one measuring process per database; the exit code is that of the last one that failed."""
    code = 0
    for url in dict.fromkeys(["", os.environ.get("DATABASE_URL", "")]):
        with tempfile.TemporaryDirectory(prefix="studio-bench-") as folder:
            environment = {**os.environ, **SCRATCH, "DATA_DIR": folder, "DATABASE_URL": url}
            done = subprocess.run([sys.executable, "-c", MEASURE, *sizes], env=environment, check=False)
            code = done.returncode or code
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ROWS))
