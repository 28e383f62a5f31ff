"""Searching everything a person sees in a studio, or some kinds of it, grouped by kind."""

import re
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import NoReverseMatch
from django.utils.html import format_html

from studio.core.finding import MOST_LETTERS, tokens_asked
from studio.core.finding.tokens import folded
from studio.kit.addresses import link_maker, studio_reverse
from studio.kit.searching import Searched, searched

READ = 100  # of each kind, the newest: more are counted as “more than”, and their list shows them all
SHOWN = 6
SUGGESTED = 3


@dataclass(frozen=True)
class Hit:
    """A record found: its address, its title in pieces (text, whether it was asked for), and what else tells of it."""

    pk: int
    url: str
    pieces: list[tuple[str, bool]]
    facts: list[str]
    rank: int


@dataclass(frozen=True)
class Group:
    """What was found of one kind."""

    kind: Searched
    hits: list[Hit]
    many: int
    list_url: str

    @property
    def label(self) -> str:
        return str(self.kind.model._meta.verbose_name_plural)

    @property
    def capped(self) -> bool:
        return self.many > READ

    @property
    def suggested(self) -> list[Hit]:
        return self.hits[:SUGGESTED]

    @property
    def more(self) -> bool:
        return self.many > len(self.hits)


def everything(person, studio, text: str, kinds=None) -> list[Group]:
    """Groups with the best hits first; a query for each kind that the person may see, whatever the number of rows.

    ``kinds`` are all that have an icon, unless given.
    """
    text = text.strip()[:MOST_LETTERS]
    if not tokens_asked(text):
        return []
    kinds = sorted((one for one in kinds or searched if one.icon), key=lambda one: one.order)
    groups = [group for kind in kinds if (group := _of_kind(kind, person, studio, text))]
    return sorted(groups, key=lambda group: group.hits[0].rank)


def _of_kind(kind: Searched, person, studio, text: str) -> Group | None:
    if not person.has_perm(f"{kind.model.area}.view", studio):
        return None
    columns = kind.columns
    table = columns.table([kind.title, *kind.shows.split()])
    found = kind.find(kind.model.objects.visible_to(person, studio), text, studio).order_by("-pk")
    rows = list(table.rows(found)[: READ + 1])
    if not rows:
        return None
    link, words = link_maker(studio, columns.url), text.split()
    hits = [_hit(pk, link(pk), pieces, words) for pk, pieces in table.draw(rows[:READ])]
    hits.sort(key=lambda hit: hit.rank)
    return Group(kind, hits[:SHOWN], len(rows), _list_url(studio, columns.url, text))


def _hit(pk: int, url: str, pieces, words: list[str]) -> Hit:
    (_title, name), *facts = pieces
    name = str(name)
    told = [format_html("{} {}", piece, cell.unit) if cell.unit else piece for cell, piece in facts if piece != "—"]
    return Hit(pk, url, marked(name, words), told, rank(name, words))


def rank(name: str, words: list[str]) -> int:
    """0 is the very name, 1 begins so, 2 holds the words as typed, 3 was found by pinyin or in something else."""
    line, asked = folded(name), folded(" ".join(words))
    if line == asked:
        return 0
    if line.startswith(asked):
        return 1
    return 2 if all(folded(word) in line for word in words) else 3


def marked(name: str, words: list[str]) -> list[tuple[str, bool]]:
    """``name`` in pieces, those that are one of ``words`` told apart."""
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    pieces = re.split(f"({pattern})", name, flags=re.IGNORECASE)
    return [(piece, number % 2 == 1) for number, piece in enumerate(pieces) if piece]


def _list_url(studio, detail: str, text: str) -> str:
    try:
        return f"{studio_reverse(studio, detail.replace('_detail', '_list'))}?{urlencode({'q': text})}"
    except NoReverseMatch:
        return ""
