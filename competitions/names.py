"""The names of an entry in one text, worked out by the database so that lists need no query per row."""

from django.apps import apps
from django.db.models import Aggregate, Case, CharField, F, OuterRef, Subquery, TextField, Value, When
from django.db.models.functions import Coalesce, Concat, NullIf
from django.utils.translation import get_language, pgettext


class Joined(Aggregate):
    """Texts of a group one after the other: ``Joined(text, Value(", "))``."""

    function = "STRING_AGG"
    output_field = TextField()

    def as_sqlite(self, compiler, connection, **extra):
        """SQLite calls it otherwise."""
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **extra)


def entrant_name():
    """An entrant's name in the language in force; a guest's as it was typed."""
    chinese = (get_language() or "").startswith("zh")
    first, second = ("name", "name_en") if chinese else ("name_en", "name")
    known = Coalesce(NullIf(f"person__{first}", Value("")), f"person__{second}")
    return Case(When(person=None, then=F("guest")), default=known, output_field=CharField())


def entry_name(entry: str):
    """The team's name and everybody's names, or the one name; ``entry`` is the look-up that leads to the entry."""
    here = apps.get_model("competitions", "Entrant").objects.filter(entry=OuterRef(entry)).order_by()
    joined = here.values("entry").annotate(names=Joined(entrant_name(), Value(pgettext("between things", ", "))))
    names = Subquery(joined.values("names"), output_field=TextField())
    team = "team_name" if entry == "pk" else f"{entry}__team_name"
    with_team = Concat(F(team), Value(pgettext("between a team and its people", ": ")), names, output_field=TextField())
    return Case(When(**{team: ""}, then=names), default=with_team, output_field=TextField())
