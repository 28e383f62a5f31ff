"""Loaded by pytest before Django's settings are read: the suite always runs in test mode, in its own data folder."""

import os
import tempfile

os.environ["MODE"] = "test"
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="studio-tests-")
