"""What the documentation names exists: files and headings behind links, commands, variables, targets of make."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands

BASE = Path(settings.BASE_DIR)
PAGES = sorted(
    path
    for path in BASE.rglob("*.md")
    if not {".venv", "var", "vendor", "fonts"} & set(path.relative_to(BASE).parts) and ".pytest" not in str(path)
)
LINK = re.compile(r"\]\(([^)\s]+)\)")
OPERATING = ["README.md", "studio/docs/operations.md"]


def headings(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    found = re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", text.lower()).strip().replace(" ", "-") for text in found}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(BASE)))
def test_links_lead_somewhere(page):
    for link in LINK.findall(page.read_text()):
        if link.startswith(("http://", "https://")):
            continue
        path, _hash, anchor = link.partition("#")
        target = (page.parent / path) if path else page
        assert target.exists(), link
        assert not anchor or anchor in headings(target), link


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(BASE)))
def test_nothing_names_a_folder_of_one_machine(page):
    assert not re.search(r"(?<![\w.])/(home|root|work|tmp|Users|srv|opt)/\w", page.read_text())


def test_commands_named_exist():
    known = set(get_commands())
    for page in OPERATING:
        named = set(re.findall(r"manage\.py ([a-z_]+)", (BASE / page).read_text()))
        assert named and named <= known, named - known


def test_every_variable_is_told_to_whoever_operates():
    lines = (BASE / ".env.example").read_text().splitlines()
    names = [line.partition("=")[0] for line in lines if line and not line.startswith("#")]
    told = (BASE / "README.md").read_text()
    assert [name for name in names if f"`{name}`" not in told] == []


def test_targets_of_make_exist():
    targets = set(re.findall(r"^(\w+):", (BASE / "Makefile").read_text(), re.MULTILINE))
    for page in PAGES:
        assert set(re.findall(r"`make (\w+)", page.read_text())) <= targets
