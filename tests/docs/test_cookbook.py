"""The cookbook's recipes, cut out of the page and run as a sixth function."""

import os
import re
import subprocess
import sys
from pathlib import Path

from django.conf import settings

PAGE = Path(settings.BASE_DIR) / "studio" / "docs" / "cookbook.md"
FILE = re.compile(r"```python\n# (safety/\w+\.py)\n(.*?)```", re.DOTALL)
# What the recipe of a function says about the two lines elsewhere.
SETTINGS = """
from studio.settings import *

INSTALLED_APPS = [*OURS[:-1], "safety", OURS[-1], *INSTALLED_APPS[len(OURS):]]
ROOT_URLCONF = "trial_urls"
BASE_DIR = Path(BASE_DIR.anchor)  # the trial's folder lies outside the project
"""
URLS = """
from django.urls import include, path

import studio.urls

studio.urls.in_studio.append(path("safety/", include("safety.urls")))
urlpatterns = studio.urls.urlpatterns
"""
TRIAL = "import django; django.setup(); from tests.docs import cookbook_trial; cookbook_trial.main()"


def test_every_recipe_names_its_file():
    assert PAGE.read_text().count("```python") == len(FILE.findall(PAGE.read_text()))


def test_the_sixth_function_runs(tmp_path):
    for name, code in FILE.findall(PAGE.read_text()):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(code.lstrip())
    (tmp_path / "safety" / "__init__.py").touch()
    (tmp_path / "trial_settings.py").write_text(SETTINGS)
    (tmp_path / "trial_urls.py").write_text(URLS)
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(tmp_path), str(settings.BASE_DIR)]),
        "DJANGO_SETTINGS_MODULE": "trial_settings",
        "DATA_DIR": str(tmp_path / "data"),
        "DATABASE_URL": "",
        "REDIS_URL": "",
    }
    command = [sys.executable, "-c", TRIAL]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.endswith("the cookbook works\n"), done.stdout + done.stderr
