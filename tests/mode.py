"""Loaded by pytest before Django's settings are read: tests run in test mode, in a data folder of their own."""

import os
import tempfile

os.environ["MODE"] = "test"
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="studio-tests-")
