"""Loaded by pytest before Django's settings are read: tests run in test mode, in a data folder of their own."""

import os
import tempfile

os.environ["MODE"] = "test"
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="studio-tests-")


def redis_url(url, step):
    """The Redis database ``step`` numbers further: emptying a cache empties its whole database."""
    base, _, number = url.rpartition("/")
    return f"{base}/{int(number) + step}"


worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
if os.environ.get("REDIS_URL"):
    os.environ["REDIS_URL"] = redis_url(os.environ["REDIS_URL"], int(worker))
