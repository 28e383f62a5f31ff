"""Text in both languages at once: what a frozen document is made of."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import translation
from django.utils.functional import Promise, lazy

# The languages a document holds: Django's code of each, by the name it has in the document.
LANGUAGES = {"en": "en", "zh": "zh-hans"}
OTHER = {"en": "zh", "zh": "en"}


@dataclass(frozen=True)
class Both:
    """One text in English and Simplified Chinese."""

    en: str
    zh: str

    def __getitem__(self, language: str) -> str:
        """The text in ``en`` or ``zh``."""
        return getattr(self, language)

    def __bool__(self) -> bool:
        return bool(self.en or self.zh)

    def __str__(self) -> str:
        return self.zh if (translation.get_language() or "").startswith("zh") else self.en

    def filled(self) -> "Both":
        """Where one language is empty, the other's text stands in."""
        return Both(self.en or self.zh, self.zh or self.en)


def both(text, **params) -> Both:
    """``text`` in both languages.

    Takes a lazy translation, a ``Both``, or anything with a ``str``; ``params`` fill its ``%(name)s`` and may
    themselves be lazy or ``Both``: ``both(_("Sessions of %(group)s"), group=named(group))``.
    """
    if isinstance(text, Both | str) and not params:
        return text if isinstance(text, Both) else Both(text, text)
    made = {}
    for short, code in LANGUAGES.items():
        with translation.override(code):
            said = _in_language(text, short)
            made[short] = said % {key: _in_language(value, short) for key, value in params.items()} if params else said
    return Both(**made)


def _in_language(value, short: str) -> str:
    if isinstance(value, Both):
        return value[short]
    return "" if value is None else str(value)


def lazystr(said) -> Promise:
    """What the function ``said`` returns, asked anew in each language."""
    return lazy(said, str)()


def named(record, field: str = "name") -> Both:
    """A record's name from ``name`` and ``name_en`` (or ``title``/``title_en`` with ``field="title"``).

    Where one is missing the other stands in: names are shown as people have them, never invented.
    """
    if record is None:
        return Both("", "")
    return Both(getattr(record, f"{field}_en", ""), getattr(record, field, "")).filled()


def choice(record, field: str) -> Both:
    """The label of a choice field in both languages."""
    value = getattr(record, field)
    return both(dict(record._meta.get_field(field).flatchoices).get(value, value))


def joined(parts, en: str = ", ", zh: str = "、") -> Both:
    """Several texts in a row, separated as each language does; empty ones are left out."""
    texts = [text for text in (both(part) for part in parts) if text]
    return Both(en.join(text.en for text in texts), zh.join(text.zh for text in texts))


def is_text(value) -> bool:
    """Whether a cell's value is text rather than a number or a date."""
    return isinstance(value, str | Both | Promise)


def exact(value) -> int | str | None:
    """A number or date as the frozen document keeps it: integers as they are, decimals and dates as strings."""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    raise TypeError(f"neither a number nor a date: {value!r}")
