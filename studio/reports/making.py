"""From a request to a frozen document to files: what the job and the command do alike."""

import json
from dataclasses import dataclass

from django.utils import timezone

from . import texts, writers
from .asking import Asked
from .choices import Format, Language
from .context import Context, snapshot
from .document import build
from .freeze import FORMATS, canonical, digest


@dataclass(frozen=True)
class Frozen:
    """A document written once: its text, its hash, and the same as data."""

    document: dict
    text: str
    sha256: str


def compute(asked: Asked, studio, actor=None) -> dict:
    """The document, all of it from one state of the database."""
    with snapshot():
        context = Context(studio, asked.period, discipline=asked.discipline, actor=actor, subject=asked.person)
        said = texts.current(studio, asked.period.key)
        return build(asked.declared, context, said, made_on=timezone.localdate(), asked_by=actor)


def freeze(document: dict) -> Frozen:
    """Write the document down; from here on nothing is computed."""
    text = canonical(document)
    return Frozen(document, text, digest(text))


def write(frozen: Frozen, language: Language, format: Format) -> bytes:
    """One file of the frozen document."""
    return writers.write(frozen.document, language.short, format.value)


def thaw(text: str) -> Frozen:
    """A frozen document read back. Raises ``ValueError`` for what is none, or of a format not known here."""
    document = json.loads(text)
    if not isinstance(document, dict) or not {"format", "report", "studio", "period", "chapters"} <= document.keys():
        raise ValueError("not a frozen document of a report")
    if document["format"] not in FORMATS:
        raise ValueError(
            f"a document of format {document['format']}; this version reads {', '.join(map(str, FORMATS))}"
        )
    return freeze(document)


def file_name(asked: Asked, studio, language: Language, format: Format) -> str:
    """A name that says what is inside and stays the same."""
    discipline = asked.discipline.key if asked.discipline else ""
    person = asked.person.login if asked.person else ""
    return _name(studio.slug, asked.key, asked.period.key, person, discipline, language, format)


def name_of(document: dict, language: Language, format: Format) -> str:
    """The same name from the frozen document alone."""
    discipline = document["discipline"]["key"] if document["discipline"] else ""
    person = (document.get("person") or {"login": ""})["login"]
    where = document["studio"]["slug"], document["report"]["key"], document["period"]["key"]
    return _name(*where, person, discipline, language, format)


def _name(slug: str, key: str, period: str, person: str, discipline: str, language: Language, format: str) -> str:
    parts = [slug, key, period.replace("..", "_"), person, discipline, language.value]
    return f"{'-'.join(filter(None, parts))}.{format}"
