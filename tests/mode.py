"""Loaded by pytest before Django's settings are read: tests run in test mode, in a data folder of their own."""

import os
import tempfile

os.environ["MODE"] = "test"
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="studio-tests-")

# Two test processes are one installation by name, and each empties its cache before every test.
worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
if url := os.environ.get("REDIS_URL"):
    base, _, number = url.rpartition("/")
    os.environ["REDIS_URL"] = f"{base}/{int(number) + int(worker)}"
