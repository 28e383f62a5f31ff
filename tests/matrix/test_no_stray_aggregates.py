"""Every number of the studio is a figure: nothing else sums, averages or counts business rows.

Sums and counts belong into an app's ``indicators.py``, into query sets (``models``, ``querysets.py``) and into the
engine. What else adds something up stands in ``ALLOWED`` with its reason; an entry that is no longer needed fails too.
"""

import ast
from pathlib import Path

import pytest
from django.conf import settings

BASE = Path(settings.BASE_DIR)
AGGREGATES = {"Sum", "Avg", "Count", "Max", "Min", "StdDev", "Variance"}
METHODS = {"aggregate", "count"}
MEANS = {"mean", "fmean", "median"}

# file: what it may call, and why this is no number of the studio
ALLOWED = {
    "studio/audit/management/commands/verify_audit.py": ({"count"}, "how many audit rows were checked"),
    "studio/files/actions.py": ({"count"}, "how many files one record holds, against its limit"),
    "studio/files/office.py": ({"sum"}, "bytes inside an uploaded file"),
    "studio/home/world.py": ({"sum"}, "how many fictional people to make"),
    "studio/kit/exporting.py": ({"count"}, "whether an export is long enough to be a job"),
    "studio/kit/jobs.py": ({"count"}, "progress of an export"),
    "studio/kit/paging.py": ({"count"}, "the pager counts the rows shown"),
    "studio/links/actions.py": ({"count"}, "how many links one record has, against its limit"),
    "studio/notices/context.py": ({"count"}, "unread notices beside the bell"),
    "studio/notices/tasks.py": ({"count"}, "the tab of my tasks counts the rows it shows"),
    "studio/organisation/sheets.py": ({"sum"}, "bytes inside an uploaded sheet"),
    "studio/reports/texts.py": ({"Max", "aggregate"}, "number of the next revision of a text"),
    "studio/reports/writers/docx/pages.py": ({"sum"}, "how much of a page is filled"),
    "studio/reports/writers/docx/tables.py": ({"sum"}, "width of columns on paper"),
    "studio/reports/writers/marks.py": ({"sum"}, "width of a text on paper"),
    "studio/reports/writers/prepare.py": ({"sum"}, "letters of a table, which may fit on one page"),
    "studio/reports/writers/svg.py": ({"sum"}, "height of a stacked bar"),
    "studio/reports/writers/widths.py": ({"sum"}, "width of columns on paper"),
    "studio/reports/writers/xlsx/breaks.py": ({"sum"}, "how much of a page is filled"),
    "studio/reports/writers/xlsx/page.py": ({"sum"}, "width of columns and height of rows"),
}


def may_aggregate(path: Path) -> bool:
    """Whether figures, query sets or the engine live in this file, or made-up data that nobody reads numbers from."""
    parts = path.relative_to(BASE).parts
    return (
        path.name in ("indicators.py", "models.py", "querysets.py", "demo.py")
        or "models" in parts
        or "migrations" in parts
        or parts[:2] == ("studio", "indicators")
    )


def our_files() -> list[Path]:
    folders = {BASE / name.replace(".", "/") for name in settings.OURS}
    return sorted(path for folder in folders for path in folder.rglob("*.py") if not may_aggregate(path))


def stray(tree: ast.AST) -> set[tuple[str, int]]:
    """Names and lines of whatever adds up, counts or averages."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("django.db.models", "statistics")):
            found |= {(name.name, node.lineno) for name in node.names if name.name in AGGREGATES | MEANS}
        if not isinstance(node, ast.Call):
            continue
        call = node.func
        if isinstance(call, ast.Name) and call.id == "sum":
            found.add(("sum", node.lineno))
        if isinstance(call, ast.Attribute):
            owner = getattr(call.value, "id", "")
            is_rows = call.attr in METHODS and not (call.attr == "count" and (node.args or owner == "itertools"))
            is_function = call.attr in AGGREGATES and owner == "models"
            if is_rows or is_function or (call.attr in MEANS and owner == "statistics"):
                found.add((call.attr, node.lineno))
    return found


def test_no_number_is_computed_outside_figures_and_query_sets():
    wrong = []
    for path in our_files():
        name = str(path.relative_to(BASE))
        allowed, _reason = ALLOWED.get(name, (set(), ""))
        calls = stray(ast.parse(path.read_text()))
        wrong += [
            f"{name}:{line} {call}" for call, line in sorted(calls, key=lambda one: one[1]) if call not in allowed
        ]
    assert not wrong, "declare a figure, or count in a query set:\n" + "\n".join(wrong)


@pytest.mark.parametrize("name", ALLOWED)
def test_every_exception_is_still_needed(name):
    allowed, _reason = ALLOWED[name]
    assert {call for call, _line in stray(ast.parse((BASE / name).read_text()))} >= allowed


@pytest.mark.parametrize(
    "code",
    [
        "from django.db.models import F, Sum",
        "rows.aggregate(x=y)",
        "Session.objects.filter(a=1).count()",
        "sum(row.hours for row in rows)",
        "models.Count('pk')",
        "from django.db.models.aggregates import Avg",
        "statistics.mean(scores)",
    ],
)
def test_the_check_sees(code):
    assert stray(ast.parse(code))


@pytest.mark.parametrize(
    "code", ["'a-b'.count('-')", "itertools.count()", "from django.db.models import Q", "len(rows)"]
)
def test_the_check_leaves_alone(code):
    assert not stray(ast.parse(code))
