"""Names and lists of names as the database writes them, in the language in force."""

from django.db.models import Aggregate, CharField, F, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils import translation


class Joined(Aggregate):
    """The texts of several rows in one: ``Joined(text, comma())``."""

    function, name = "STRING_AGG", "joined"
    output_field = CharField()

    def as_sqlite(self, compiler, connection, **context):
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **context)


def is_chinese() -> bool:
    """Whether the language in force is Chinese."""
    return (translation.get_language() or "").startswith("zh")


def comma() -> Value:
    """What stands between the parts of a list."""
    return Value("、" if is_chinese() else ", ")


def shown_name(prefix: str = "") -> Coalesce:
    """A name in the language in force, or the other one where that is missing; ``prefix`` leads to the record."""
    own, other = ("name", "name_en") if is_chinese() else ("name_en", "name")
    return Coalesce(NullIf(F(f"{prefix}{own}"), Value("")), F(f"{prefix}{other}"))
