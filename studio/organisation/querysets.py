"""Reads of what people did, over everything that apps declare as facts about them."""

from collections import defaultdict
from decimal import Decimal

from django.db.models import BigIntegerField, CharField, Count, DateField, DecimalField, F, Value
from django.db.models.functions import Cast, ExtractYear

from studio.core.fields import both_names
from studio.organisation.access import rights
from studio.organisation.registries import Fact, FactSource, facts

TEXT, DAY, WHOLE = CharField(), DateField(), BigIntegerField()
CENTS = Decimal("0.01")
AMOUNT = DecimalField(max_digits=16, decimal_places=2)
COLUMNS = (
    *("fact_source", "fact_record", "fact_on", "fact_until", "fact_title", "fact_title_en"),
    *("fact_about", "fact_about_en", "fact_choice", "fact_number", "fact_other"),
)


def sources(person, studio, viewer=None, keys=None) -> list[FactSource]:
    """The kinds of facts in their order, without those whose area is closed to ``viewer``."""
    chosen = [source for source in facts if keys is None or source.key in keys]
    if viewer is not None:
        held = rights(viewer, studio)
        chosen = [source for source in chosen if held.scopes(source.model.area, "view")]
    return sorted(chosen, key=lambda source: source.order)


def facts_of(person, studio, viewer=None, *, keys=None, year=None):
    """Facts about ``person`` as a lazy list, newest first: slice it or iterate over all. One query.

    ``viewer`` sees what ``visible_to`` shows; ``None`` is the rules themselves, such as eligibility.
    """
    chosen = sources(person, studio, viewer, keys)
    selects = [_select(number, source, person, studio, viewer, year) for number, source in enumerate(chosen)]
    return FactList(chosen, selects)


def counts_of(person, studio, viewer=None) -> dict[tuple[str, int], int]:
    """How many facts of each kind there are in each year. One query."""
    chosen = sources(person, studio, viewer)
    counted = [
        source.rows(person, studio, viewer)
        .annotate(fact_source=Value(number), fact_year=ExtractYear(Cast("fact_on", DAY)))
        .values("fact_source", "fact_year")
        .annotate(many=Count("pk"))
        .values_list("fact_source", "fact_year", "many")
        for number, source in enumerate(chosen)
    ]
    found = defaultdict(int)
    for number, year, many in _union(counted):
        found[chosen[number].key, year] += many
    return dict(found)


class FactList:
    """Facts of several kinds as one UNION ALL, newest first."""

    def __init__(self, chosen: list[FactSource], selects: list):
        self.chosen, self.selects = chosen, selects

    def __iter__(self):
        return map(self._fact, self._rows())

    def __getitem__(self, piece: slice) -> list[Fact]:
        rows = self._rows()
        return [self._fact(row) for row in (rows[piece] if self.selects else rows)]

    def _rows(self):
        rows = _union(self.selects)
        return rows.order_by("-fact_on", "fact_source", "-fact_record") if self.selects else rows

    def _fact(self, row) -> Fact:
        number, record, on, until, title, title_en, about, about_en, choice, amount, other = row
        source = self.chosen[number]
        named = both_names(title, title_en) or source.word(choice)
        exact = None if amount is None else Decimal(amount).quantize(CENTS)  # SQLite gives 80 where 80.00 is kept
        return Fact(source, record, on, until, named, both_names(about, about_en), choice, exact, other)


def _union(selects: list):
    if not selects:
        return []
    first, *others = selects
    return first.union(*others, all=True) if others else first


def _select(number: int, source: FactSource, person, studio, viewer, year):
    rows = source.rows(person, studio, viewer)
    if year:
        rows = rows.filter(fact_on__year=year)
    title, title_en = _both(source.model, source.title)
    about, about_en = _both(source.model, source.about)
    return rows.annotate(
        fact_source=Value(number),
        fact_record=Cast(source.link_pk, WHOLE),
        fact_until=Cast(F(source.until) if source.until else None, DAY),
        fact_title=_text(title),
        fact_title_en=_text(title_en),
        fact_about=_text(about),
        fact_about_en=_text(about_en),
        fact_choice=_text(source.choice),
        fact_number=Cast(F(source.number) if source.number else None, AMOUNT),
        fact_other=Cast(F(f"{source.other}_id") if source.other else None, WHOLE),
    ).values_list(*COLUMNS)


def _both(model, path: str) -> tuple[str, str]:
    """The path of a text and of the same text in English; empty where there is none."""
    if not path:
        return "", ""
    *steps, last = path.split("__")
    for name in steps:
        model = model._meta.get_field(name).related_model
    english = f"{last}_en"
    has_both = any(field.name == english for field in model._meta.concrete_fields)
    return path, "__".join([*steps, english]) if has_both else ""


def _text(path):
    """A text column: a look-up, an expression, or nothing."""
    if not path:
        return Value("", output_field=TEXT)
    return Cast(path, TEXT)
