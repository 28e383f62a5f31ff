"""The card of linked records on a record's page; linking itself is the links app's."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import CharField, Value

from studio.kit.addresses import link_maker, studio_reverse
from studio.kit.searching import Searched, searched_as
from studio.links.models import Link, key_of
from studio.links.registry import linkable, linkable_as


@dataclass(frozen=True)
class End:
    """The other end of a link, as a person sees it."""

    kind: Searched
    title: str
    url: str
    remove_url: str

    @property
    def label(self) -> str:
        return self.kind.model._meta.verbose_name


def linked(record, person, editable: bool) -> dict | None:
    """What ``record`` is linked with, as far as ``person`` sees it; ``None`` for kinds that are not linked.

    Two queries, whatever the number and kinds of the links.
    """
    if linkable_as(record) is None:
        return None
    studio, ends = record.studio, ends_of(record)
    kinds = defaultdict(list)
    for kind, pk in ends:
        if kind in linkable and person.has_perm(f"{linkable[kind].model.area}.view", studio):
            kinds[kind].append(pk)
    found = [
        End(
            searched_as(linkable[kind].model),
            own or other,
            link_maker(studio, searched_as(linkable[kind].model).columns.url)(pk),
            studio_reverse(studio, "links:remove", pk=ends[kind, pk]) if editable else "",
        )
        for kind, pk, own, other in _titles(kinds, person, studio)
    ]
    found.sort(key=lambda end: (end.kind.order, end.title))
    add = studio_reverse(studio, "links:choose", kind=record._meta.label_lower, pk=record.pk) if editable else ""
    return {"ends": found, "key": key_of(record), "add_url": add}


def ends_of(record) -> dict[tuple[str, int], int]:
    """The link to each other end, by that end's kind and key; visible or not."""
    return {link.other_end(record): link.pk for link in Link.objects.of(record)}


def _titles(kinds: dict[str, list[int]], person, studio):
    """(kind, key, title, title in the other language) of the records that the person sees: one query."""
    selects = [_select(kind, keys, person, studio) for kind, keys in sorted(kinds.items())]
    if not selects:
        return []
    first, *others = selects
    return first.union(*others, all=True) if others else first


def _select(kind: str, keys: list[int], person, studio):
    entry = searched_as(linkable[kind].model)
    own, other = (*entry.columns.table([entry.title]).paths[1:], "")[:2]
    rows = entry.model.objects.visible_to(person, studio).filter(pk__in=keys).order_by()
    text = CharField()
    rows = rows.annotate(link_kind=Value(kind, output_field=text), link_none=Value("", output_field=text))
    return rows.values_list("link_kind", "pk", own, other or "link_none")
