"""The lead's own words: where one may be written, what is said now, and writing it."""

from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.organisation.access import refusal
from studio.organisation.records import StaleRecord

from .choices import Language
from .models import LeadText, TextRevision
from .registry import chapters_of
from .text import Both

# The chapter in which every discipline group has its own text.
GROUPS = "groups"


@dataclass(frozen=True)
class Place:
    """A place for own words: a chapter, and in the chapter of the groups one per discipline."""

    chapter: Any
    discipline: Any = None


def places(report_key: str, disciplines) -> list[Place]:
    """Every place of a report, in its order."""
    found = []
    for chapter in chapters_of(report_key):
        if chapter.key == GROUPS:
            found += [Place(chapter, one) for one in disciplines]
        elif chapter.written:
            found.append(Place(chapter))
    return found


def current(studio, period_key: str):
    """A function ``(chapter key, discipline) -> Both | None`` over what is written now; one query."""
    said: dict[tuple, dict[str, str]] = {}
    for one in LeadText.objects.filter(studio=studio, period_key=period_key).exclude(body=""):
        short = Language(one.language).short
        said.setdefault((one.chapter, one.discipline_id), {"en": "", "zh": ""})[short] = one.body

    def text(chapter_key, discipline=None):
        found = said.get((chapter_key, getattr(discipline, "pk", None)))
        return Both(**found).filled() if found else None

    return text


def write(studio, actor, *, period_key, chapter, discipline, language, body, version=None) -> LeadText:
    """Say something new (or nothing any more) and keep what was said before.

    ``version`` is that of the text the author saw (0 for none); raises ``StaleRecord`` when somebody else was faster.
    """
    body = body.replace("\r\n", "\n").strip()
    where = {
        "studio": studio, "period_key": period_key, "chapter": chapter, "discipline": discipline, "language": language
    }  # fmt: skip
    if not actor.has_perm("briefing_text.edit", LeadText(**where)):
        raise Refused(refusal("briefing_text.edit"), 403)
    with transaction.atomic():
        found = LeadText.objects.filter(**where).first()
        if (found.body if found else "") == body:
            return found or LeadText(**where)
        if version is not None and version != (found.version if found else 0):
            raise StaleRecord(_("Somebody else wrote this text meanwhile."))
        if found:
            found.body = body
            found.save()
        else:
            found = _first(where, body)
        number = (found.revisions.aggregate(last=Max("number"))["last"] or 0) + 1
        TextRevision.objects.create(studio=studio, text=found, number=number, body=body, author=actor)
        audit(actor, "briefing_text.write", found, revision=number)
    return found


def _first(where, body) -> LeadText:
    try:
        with transaction.atomic():
            return LeadText.objects.create(**where, body=body)
    except IntegrityError as race:
        raise StaleRecord(_("Somebody else wrote this text meanwhile.")) from race
