"""The left bar: each app declares its entries in its ``menu.py``."""

from dataclasses import dataclass, field
from functools import lru_cache

from django.urls import NoReverseMatch, get_script_prefix, get_urlconf
from django.utils.translation import gettext_lazy as _

from studio.core.registry import Registry
from studio.kit.addresses import studio_reverse
from studio.organisation.access import areas, rights

SECTIONS = {
    "home": "",
    "functions": _("Functions"),
    "assessment": _("Assessment"),
    "reports": _("Reports"),
    "studio": _("Studio"),
}


@dataclass(frozen=True)
class MenuItem:
    """One entry of the left bar.

    ::

        MenuItem("training", _("Training"), "training:session_list", "school", "training", 10).register()
        MenuItem("courses", _("Courses"), "training:course_list", "", "training", 12, parent="training").register()

    Shown to whoever may view ``area`` (to all when it is empty). ``section`` is one of ``SECTIONS``. An entry with
    ``parent`` stands under it while that part of the product is open. Functions come in the order of the article.
    """

    key: str
    label: str
    url_name: str
    icon: str
    area: str
    order: int
    section: str = "functions"
    parent: str = ""

    def register(self) -> "MenuItem":
        return menu.register(self.key, self)

    @property
    def app(self) -> str:
        return self.url_name.partition(":")[0]

    @property
    def record(self) -> str:
        """``session_`` of ``training:session_list``: what the names of its pages begin with."""
        name = self.url_name.partition(":")[2]
        return name.removesuffix("list")


menu: Registry[MenuItem] = Registry("menu")


@dataclass
class Entry:
    """An item as one person sees it on one page."""

    item: MenuItem
    url: str
    open: bool
    current: bool
    children: list = field(default_factory=list)


def menu_of(request, query: str = "") -> list[tuple[str, list[Entry]]]:
    """Sections with their entries; ``query`` keeps period and discipline."""
    match = request.resolver_match
    app, name = (match.namespace or "", match.url_name or "") if match else ("", "")
    entries = {}
    roles, where = rights(request.user, request.studio).roles, (get_urlconf(), get_script_prefix(), len(menu))
    for item, url in _open_to(roles, request.studio.slug, where):
        here = item.app == app and name.startswith(item.record)
        entries[item.key] = Entry(item, url + query, item.app == app, here)
    return _sections(entries)


@lru_cache(maxsize=256)
def _open_to(roles: frozenset[str], slug: str, _where: tuple) -> list[tuple[MenuItem, str]]:
    """The items that holders of ``roles`` may open in the studio ``slug``, with their addresses, in order.

    Kept, because every page asks and the answer follows from the tables of rights and addresses alone.
    """
    found = []
    for item in sorted(menu, key=lambda one: one.order):
        if item.area and not areas[item.area].scopes(roles, "view"):
            continue
        try:
            found.append((item, studio_reverse(slug, item.url_name)))
        except NoReverseMatch:
            continue
    return found


def _sections(entries) -> list[tuple[str, list[Entry]]]:
    sections = {key: [] for key in SECTIONS}
    for entry in entries.values():
        if not entry.item.parent:
            sections[entry.item.section].append(entry)
        elif entry.item.parent in entries:
            above = entries[entry.item.parent]
            above.children.append(entry)
            above.current = above.current and not entry.current
    _open_only_the_current([entry for entry in entries.values() if not entry.item.parent])
    return [(str(SECTIONS[key]), found) for key, found in sections.items() if found]


def _open_only_the_current(tops: list[Entry]) -> None:
    """Of several entries of one app only the one that holds the page is open; all are where none does."""
    here = [top for top in tops if top.current or any(child.current for child in top.children)]
    if here:
        for top in tops:
            top.open = top in here
