"""What surrounds every page of a studio: menu, studios to switch to, theme."""

from dataclasses import dataclass

from django.db.models import FilteredRelation, Q
from django.urls import NoReverseMatch

from studio.core.fields import both_names
from studio.kit.addresses import studio_reverse
from studio.kit.menu import menu_of
from studio.kit.queries import FIGURE, PERIOD, PLACE
from studio.kit.scope import scope_of
from studio.organisation.access import rights
from studio.organisation.models import Studio

THEMES = ("auto", "light", "dark")
MOST_STUDIOS = 100


@dataclass(frozen=True)
class StudioChoice:
    """A studio of the switcher with its lead's name."""

    slug: str
    name: str
    lead: str


def theme_of(request) -> str:
    """The look a browser asked for: ``light``, ``dark``, or ``auto`` (as the system)."""
    asked = request.COOKIES.get("theme", "")
    return asked if asked in THEMES else "auto"


def studios_of(person) -> list[StudioChoice]:
    """The studios this person may enter, each with its lead (one query)."""
    rows = (
        Studio.objects.entered_by(person)
        .alias(now=FilteredRelation("leads", condition=Q(leads__to_date__isnull=True)))
        .order_by("slug")
        .values_list("slug", "name", "name_en", "now__person__name", "now__person__name_en")[:MOST_STUDIOS]
    )
    found = {}
    for slug, name, name_en, lead, lead_en in rows:
        found.setdefault(slug, StudioChoice(slug, both_names(name, name_en), both_names(lead or "", lead_en or "")))
    return list(found.values())


def chrome_of(request) -> dict:
    """For ``base.html``; empty outside a studio."""
    if not getattr(request, "studio", None) or not request.user.is_authenticated:
        return {"theme": theme_of(request)}
    scope = scope_of(request)
    sections = menu_of(request, scope.query)
    entries = [entry for _label, section in sections for entry in section]
    return {
        "theme": theme_of(request),
        "scope": scope,
        "sections": sections,
        "bottom": entries[:4],
        "here": request.studio,
        "lead": request.studio.lead,
        "query": _kept(request),
        "roles": rights(request.user, request.studio).labels,
        "bell_url": _address(request, "notices:notice_list"),
        "search_url": _address(request, "home:search"),
    }


def _kept(request) -> str:
    """The page's query without its period, ready for another one to be added."""
    query = request.GET.copy()
    for name in (*PLACE, *PERIOD, *FIGURE):
        query.pop(name, None)
    return f"?{query.urlencode()}&" if query else "?"


def _address(request, name) -> str:
    try:
        return studio_reverse(request.studio, name)
    except NoReverseMatch:
        return ""
