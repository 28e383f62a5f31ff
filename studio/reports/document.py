"""The whole document: cover, chapters, and the annex of the figures they used."""

import hashlib
from datetime import date

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from disciplines.models import Discipline
from studio.indicators import engine
from studio.indicators.registry import figures as declared_figures
from studio.organisation.models import Honour

from .basics import lead_on
from .encode import encode, text
from .freeze import FORMAT, MOST_IDS
from .registry import Report, chapters_of
from .text import both, exact, lazystr, named
from .words import words


def build(report: Report, context, texts, *, made_on: date, asked_by=None) -> dict:
    """The document of ``report``: everything the writers need and nothing they could compute.

    ``texts(chapter, discipline)`` gives the lead's own words as ``Both``; they come before the chapter's blocks.
    """
    context.texts = texts
    chapters = [made for one in chapters_of(report.key) if (made := _chapter(one, context, texts))]
    return {
        "format": FORMAT,
        "report": {"key": report.key, "title": text(_title(report, context.subject))},
        "site": settings.SITE_URL.rstrip("/"),
        "studio": _studio(context),
        "period": _period(context.period),
        "as_of": exact(context.as_of),
        "discipline": _discipline(context.discipline) if context.discipline else None,
        # Whom it is about, where it is about one person: part of the names of its files.
        **({"person": {"login": context.subject.login}} if context.subject else {}),
        "made": {"on": exact(made_on), "by": text(asked_by.display_name if asked_by else "")},
        "words": words(),
        "disciplines": [_discipline(one) for one in Discipline.objects.order_by("order", "pk")],
        "chapters": chapters,
        "figures": _annex(context),
    }


def _title(report: Report, subject):
    """A report about one person bears the name."""
    return both(_("%(report)s: %(person)s"), report=report.title, person=named(subject)) if subject else report.title


def _chapter(chapter, context, texts) -> dict | None:
    own = texts(chapter.key, None) if chapter.written else None
    blocks = [encode(block, context) for block in chapter.build(context) or []]
    if not blocks and not own:
        return None
    return {"key": chapter.key, "title": text(chapter.title), "own": text(own) if own else None, "blocks": blocks}


def _studio(context) -> dict:
    studio = context.studio
    lead = lead_on(studio, context.as_of)
    return {
        "slug": studio.slug,
        "name": text(named(studio)),
        "company": text(named(studio.company)),
        "lead": text(named(lead)) if lead else None,
        "honours": [
            {"title": text(named(one, "title")), "year": one.year}
            for one in Honour.objects.filter(studio=studio).in_force(context.as_of)
        ],
    }


def _period(period) -> dict:
    label = lazystr(lambda: period.label)
    return {"key": period.key, "from": exact(period.start), "to": exact(period.end), "label": text(label)}


def _discipline(one) -> dict:
    return {"key": one.key, "name": text(named(one)), "colour": one.color_light}


def _annex(context) -> list[dict]:
    order = list(declared_figures.keys())
    scopes = {"all": -1} | {one.pk: place for place, one in enumerate(context.disciplines)} | {"cross": 9_999}
    used = sorted(context.used.items(), key=lambda item: (order.index(item[0][0]), scopes.get(item[0][1], 0)))
    return [_entry(context, key, scope, found) for (key, scope), found in used]


def _entry(context, key, scope, found) -> dict:
    declared = declared_figures[key]
    shown = context.figure(key, None if scope == "all" else scope)
    entry = {
        "key": key,
        "label": text(shown.label),
        "unit": text(shown.unit),
        "definition": text(declared.definition),
        "kind": declared.kind,
        "format": declared.format,
        "discipline": {"scope": str(scope), "name": text(context.label(scope))},
        "from": exact(context.period.start),
        "to": exact(context.period.end),
        "as_of": exact(context.as_of),
        "value": exact(found.value),
        "numerator": exact(shown.numerator),
        "denominator": exact(shown.denominator),
        "text": text(shown.text),
        "url": shown.url,
    }
    ids = sorted(
        engine.rows(key, context.studio, context.period, scope, context.as_of).order_by().values_list("pk", flat=True)
    )
    entry |= {"row_count": len(ids), "rows_sha256": hashlib.sha256(",".join(map(str, ids)).encode()).hexdigest()}
    return entry | ({"rows": ids} if len(ids) <= MOST_IDS else {})
