"""What the container files name exists in the product."""

import re

import pytest
import yaml
from django.conf import settings

from studio.jobs.serving import PROCESSES

COMPOSE = settings.BASE_DIR / "compose.yaml"
DOCKERFILE = settings.BASE_DIR / "Dockerfile"


@pytest.fixture(scope="module")
def services():
    return yaml.safe_load(COMPOSE.read_text())["services"]


def test_each_process_runs_once(services):
    ours = {name: one for name, one in services.items() if "build" in one}
    assert set(ours) == set(PROCESSES)
    for name, one in ours.items():
        assert one["command"] == ["python", "manage.py", "run", "--only", name]


def test_their_variables_are_known(services):
    known = set(re.findall(r"^#?\s*([A-Z_]+)=", (settings.BASE_DIR / ".env.example").read_text(), re.MULTILINE))
    known |= {"COLLECTED_STATIC", "PYTHONUNBUFFERED"}
    for one in services.values():
        if "build" in one:
            assert set(one["environment"]) <= known
    assert set(re.findall(r"([A-Z_]+)=", DOCKERFILE.read_text())) <= known


def test_redis_keeps_what_it_is_told(services):
    assert services["redis"]["command"][1:] == ["--appendonly", "yes", "--maxmemory-policy", "noeviction"]


def test_nothing_secret_enters_the_image():
    ignored = (settings.BASE_DIR / ".dockerignore").read_text().split()
    assert {".env", "var", ".git"} <= set(ignored)
