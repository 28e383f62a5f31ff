"""Every verb that the code records has words, and no words are left over."""

import ast
from pathlib import Path

from django.conf import settings

from studio.audit.verbs import LABELS
from studio.jobs.choices import JobState

WRITERS = {"audit", "record", "_note"}
# Verbs made of a part that varies.
MADE = {f"job.{state}" for state in (JobState.DONE, JobState.FAILED, JobState.CANCELLED)}


def sources():
    for app in {name.partition(".")[0] for name in settings.OURS}:
        for path in (Path(settings.BASE_DIR) / app).rglob("*.py"):
            if "migrations" not in path.parts:
                yield ast.parse(path.read_text(encoding="utf-8"))


def constants(node) -> set[str]:
    if isinstance(node, ast.IfExp):
        return constants(node.body) | constants(node.orelse)
    return {node.value} if isinstance(node, ast.Constant) and isinstance(node.value, str) else set()


def recorded() -> set[str]:
    """Second arguments of calls to the writers of rows."""
    found = set()
    for tree in sources():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and len(node.args) > 1 and getattr(node.func, "id", "") in WRITERS:
                found |= constants(node.args[1])
    return {verb for verb in found if not verb.startswith("move.")}


def test_every_verb_has_its_words():
    from studio.audit.sign_in import NOTED

    assert recorded() | MADE | set(NOTED.values()) == set(LABELS)
