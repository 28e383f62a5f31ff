"""From a request to a frozen document to files: what the job and the command do alike."""

from dataclasses import dataclass

from django.utils import timezone

from . import texts, writers
from .asking import Asked
from .choices import Format, Language
from .context import Context, snapshot
from .document import build
from .freeze import canonical, digest


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


def file_name(asked: Asked, studio, language: Language, format: Format) -> str:
    """A name that says what is inside and stays the same."""
    parts = [studio.slug, asked.key, asked.period.key.replace("..", "_"), language.value]
    if asked.discipline:
        parts.insert(3, asked.discipline.key)
    if asked.person:
        parts.insert(3, asked.person.login)
    return f"{'-'.join(parts)}.{format}"
