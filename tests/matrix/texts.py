"""Every translatable text of the code, found without the gettext tools: a bare machine can check the catalogue."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(settings.BASE_DIR)
NOT_OURS = {".venv", "var", ".git", "node_modules"}
MODULE = "django.utils.translation"
STRING = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
TEMPLATE_CALL = re.compile(rf"\b(_|n?p?gettext)\(((?:\s*{STRING}\s*,?)+)")


@dataclass(frozen=True)
class Text:
    """A text as the catalogue keys it, and where it stands."""

    context: str | None
    singular: str
    plural: str | None
    place: str

    @property
    def key(self) -> tuple[str | None, str]:
        return self.context, self.singular


class NotCollectable(ValueError):
    """A text that the gettext tools cannot read: no literal, or inside an f-string."""


def texts() -> Iterator[Text]:
    """Everything that `make messages` would collect."""
    for path in ours("*.py"):
        yield from of_module(path)
    for suffix in ("*.html", "*.txt"):
        for path in ours(suffix):
            if "templates" in path.parts:
                yield from of_template(path)


def ours(pattern: str) -> Iterator[Path]:
    """Files of the repository, without packages and data."""
    for top in sorted(ROOT.iterdir()):
        if top.is_dir() and top.name not in NOT_OURS:
            yield from sorted(top.rglob(pattern))


def of_module(path: Path) -> Iterator[Text]:
    """The texts of a Python file. Raises ``NotCollectable``."""
    source = path.read_text(encoding="utf-8")
    if "gettext" not in source:
        return
    tree = ast.parse(source)
    names = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == MODULE
        for alias in node.names
        if "gettext" in alias.name
    }
    hidden = {id(inner) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        function = _function(node, names)
        if not function:
            continue
        place = f"{path.relative_to(ROOT)}:{node.lineno}"
        if id(node) in hidden:
            raise NotCollectable(f"{place}: take the text out of the f-string")
        needed = [argument.value if isinstance(argument, ast.Constant) else None for argument in node.args]
        yield _text(function, needed, place)


def _function(node, names) -> str | None:
    if not isinstance(node, ast.Call):
        return None
    called = node.func
    if isinstance(called, ast.Name):
        return names.get(called.id)
    module = getattr(getattr(called, "value", None), "id", "")
    return (
        called.attr
        if isinstance(called, ast.Attribute) and module == "translation" and "gettext" in called.attr
        else None
    )


def of_template(path: Path) -> Iterator[Text]:
    """The texts of a template, as Django itself turns it into something gettext reads."""
    code = templatize(path.read_text(encoding="utf-8"), origin=str(path))
    for call in TEMPLATE_CALL.finditer(code):
        found = [ast.literal_eval(one) for one in re.findall(STRING, call[2])]
        yield _text(call[1], found, str(path.relative_to(ROOT)))


def _text(function: str, arguments: list, place: str) -> Text:
    """Sort the arguments: context first where the function has a p, plural after the text where it has an n."""
    count = 1 + ("pgettext" in function) + function.startswith("n")
    needed = arguments[:count]
    if len(needed) < count or not all(isinstance(one, str) for one in needed):
        raise NotCollectable(f"{place}: the text must be written out in the call")
    context = needed.pop(0) if "pgettext" in function else None
    return Text(context, needed[0], needed[1] if len(needed) > 1 else None, place)
