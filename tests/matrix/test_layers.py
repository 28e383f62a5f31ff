"""Apps point downwards only: the imports of every module are held against the layers of the design."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
# Lower numbers are lower layers; equal whole numbers are side by side and never import each other.
LAYERS = {
    "studio.core": 0,
    "studio.organisation": 1,
    "disciplines": 2,
    "studio.audit": 3.0,
    "studio.files": 3.1,
    "studio.links": 3.2,
    "studio.notices": 3.3,
    "studio.jobs": 3.4,
    "studio.indicators": 3.5,
    "studio.reports": 3.6,
    "studio.kit": 4,
    "studio.credentials": 5,
    "studio.exams": 5,
    "studio.facilities": 5,
    "studio.regulations": 5,
    "training": 6,
    "competitions": 6,
    "appraisals": 6,
    "innovations": 6,
    "sharing": 6,
    "studio.assessments": 7.0,
    "studio.home": 7.1,
}
SCREENS = {"views", "columns", "filters", "forms", "urls", "admin", "pages", "panels", "lines"}
REGISTRATION = {
    "functions", "facts", "role_sources", "notices", "todo", "jobs", "indicators", "reports", "chapters", "flows",
    "menu", "search", "linkable", "calendar", "demo", "loading", "importers",
}  # fmt: skip
CONSEQUENCES = {"actions", "flows"}
SERVICES = {"studio.audit", "studio.files", "studio.links", "studio.notices", "studio.jobs"}
REGISTRIES_OF_HOME = {"studio.home.registries"}  # demo and loading live there


def app_of(dotted: str) -> str | None:
    """The app a dotted module name lies in."""
    return next((app for app in sorted(LAYERS, key=len, reverse=True) if f"{dotted}.".startswith(f"{app}.")), None)


def modules() -> list[tuple[str, Path]]:
    """Every module of our apps, without migrations."""
    found = []
    for app in LAYERS:
        folder = ROOT / app.replace(".", "/")
        for path in sorted(folder.rglob("*.py")):
            if "migrations" not in path.parts:
                dotted = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
                found.append((dotted, path))
    return found


def imports(dotted: str, path: Path) -> set[str]:
    """Names imported by a module, relative ones resolved, lazy model references included."""
    names = set()
    package = dotted.split(".") if path.name == "__init__.py" else dotted.split(".")[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *(node.module.split(".") if node.module else [])])
            names |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    return names


def allowed(importer: str, imported: str) -> bool:
    """Whether a module of one app may import a module of another."""
    here, there = app_of(importer), app_of(imported)
    low, high = LAYERS[there], LAYERS[here]
    rest = importer.removeprefix(here + ".")
    part = rest.split(".")[0]
    if low < high and int(low) != int(high):
        return True
    if int(low) == int(high) and int(low) in (3, 7) and low < high:
        return True
    if part in REGISTRATION or rest.startswith("management."):
        return imported.startswith(tuple(REGISTRIES_OF_HOME)) or LAYERS[there] <= 4
    if part in CONSEQUENCES and there in SERVICES:
        return True
    is_screen = part in SCREENS or part.endswith("_views")
    return is_screen and there == "studio.kit"


@pytest.mark.parametrize(("dotted", "path"), modules(), ids=lambda value: value if isinstance(value, str) else "")
def test_imports_point_downwards(dotted, path):
    here = app_of(dotted)
    wrong = []
    for name in imports(dotted, path):
        there = app_of(name)
        if there and there != here and not allowed(dotted, name):
            wrong.append(name)
    assert not wrong, f"{dotted} imports upwards or sideways: {sorted(wrong)}"


def test_celery_is_known_to_jobs_only():
    users = [
        dotted
        for dotted, path in modules()
        if not dotted.startswith("studio.jobs")
        and any(name == "celery" or name.startswith("celery.") for name in imports(dotted, path))
    ]
    assert users == []


def test_nobody_connects_signals_between_our_apps():
    users = [dotted for dotted, path in modules() if "django.dispatch" in imports(dotted, path)]
    assert users == []
