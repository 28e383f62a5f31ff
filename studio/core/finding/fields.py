"""The column of search tokens and the look-up ``search__matches``."""

from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models.lookups import Lookup

from studio.core.finding.databases import index_name, mark_of
from studio.core.finding.tokens import number_asked, tokens_asked, tokens_of

NOTHING = "·"  # no token, so it finds nothing


@dataclass(frozen=True)
class Sought:
    """What a person searches for; ``studio`` lets the index leave other studios aside (the rows are cut anyway)."""

    text: str
    studio: int | None = None


class SearchField(models.TextField):
    """Tokens of the named fields of the same record, filled on every save and bulk creation.

    ::

        search = SearchField("title", "title_en", "number")

    ``QuerySet.update`` cannot fill it; ``FoundQuerySet`` therefore refuses to update the named fields. The index is
    made after each ``migrate`` (see ``databases.py``), so a migration only adds the column and fills it with ``step``.
    """

    def __init__(self, *sources: str, **kwargs):
        self.sources = sources
        kwargs |= {"editable": False, "blank": True, "default": ""}
        super().__init__(**kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        for key in ("editable", "blank", "default"):
            del kwargs[key]
        return name, path, [*args, *self.sources], kwargs

    def pre_save(self, instance, add):
        value = self.value_of(instance)
        setattr(instance, self.attname, value)
        return value

    def value_of(self, instance) -> str:
        """The tokens of ``instance`` as its fields stand."""
        tokens = tokens_of(getattr(instance, source) for source in self.sources)
        if has_studio(self.model):
            tokens.append(mark_of(instance.studio_id))
        return " ".join(tokens)


@SearchField.register_lookup
class Matches(Lookup):
    """``search__matches="离心泵"`` or ``=Sought(text, studio)``: every token asked for is there, by the index."""

    lookup_name = "matches"
    prepare_rhs = False

    def __init__(self, lhs, rhs):
        super().__init__(lhs, rhs if isinstance(rhs, Sought) else Sought(str(rhs)))

    def as_sql(self, compiler, connection):
        raise NotImplementedError(f"search does not know {connection.vendor}")

    def as_postgresql(self, compiler, connection):
        sql, params = self.process_lhs(compiler, connection)
        asked = self._expression(quote="'", begins=":*", both=" & ", either=" | ")
        return f"array_to_tsvector(string_to_array({sql}, ' ')) @@ %s::tsquery", [*params, asked]

    def as_sqlite(self, compiler, connection):
        column, quote = self.lhs, connection.ops.quote_name
        table = quote(index_name(column.target.model))
        key = f"{quote(column.alias)}.{quote(column.target.model._meta.pk.column)}"
        found = f"SELECT rowid FROM {table} WHERE {table} MATCH %s"  # noqa: S608  (names of our own tables)
        return f"{key} IN ({found})", [self._expression(quote='"', begins="*", both=" AND ", either=" OR ")]

    def _expression(self, *, quote: str, begins: str, both: str, either: str) -> str:
        """What to look for in the index's own words. Tokens are letters and digits, so quoting them is all it takes."""

        def one(token: str, is_beginning: bool) -> str:
            return f"{quote}{token}{quote}{begins if is_beginning else ''}"

        asked = [one(*token) for token in tokens_asked(self.rhs.text)]
        if not asked:
            return one(NOTHING, False)
        whole = both.join(asked)
        if number := number_asked(self.rhs.text):
            whole = f"({whole}){either}{one(number, True)}"
        if self.rhs.studio and has_studio(self.lhs.target.model):
            whole = f"({whole}){both}{one(mark_of(self.rhs.studio), False)}"
        return whole


def has_studio(model) -> bool:
    """Whether rows of ``model`` belong to a studio."""
    try:
        return model._meta.get_field("studio").concrete
    except FieldDoesNotExist:
        return False
