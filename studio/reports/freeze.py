"""A document written once: canonical JSON and its SHA-256. Every file in every language is made from it alone."""

import hashlib
import json

# Raised when the shape of the document changes; writers read the ones they know.
# 2: a cell names its own kind where its column has another, and a figure of the annex its format.
FORMAT = 2
FORMATS = (1, 2)
# Above this many row ids only their hash is kept.
MOST_IDS = 5_000


def canonical(document: dict) -> str:
    """The one text of ``document``: keys sorted, no blanks, every character itself."""
    return json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def digest(text: str) -> str:
    """SHA-256 of a frozen text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def localised(value, language: str):
    """The document in one language: every ``{"en": …, "zh": …}`` replaced by its text."""
    if isinstance(value, dict):
        if value.keys() == {"en", "zh"}:
            return value[language]
        return {key: localised(part, language) for key, part in value.items()}
    if isinstance(value, list):
        return [localised(part, language) for part in value]
    return value
