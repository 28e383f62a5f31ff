"""What people find by words: each app declares its kinds of record in its ``search.py``."""

from dataclasses import dataclass

from studio.core.finding import Sought, search_field_of, tokens_asked
from studio.core.registry import Registry
from studio.kit.columns import Columns

FEW = 500


@dataclass(frozen=True)
class Searched:
    """One kind of record that can be searched for, on its list and on the page that searches everything.

    ::

        Searched(course_columns, "school", 120, shows="discipline hours").register()
        Searched(session_columns, through=("course", "trainer")).register()

    Words are looked for in the model's own ``SearchField`` and in that of the records ``through`` names. Kinds with an
    ``icon`` are found on the page that searches everything, in this ``order``, each line with what ``shows`` names.
    """

    columns: Columns
    icon: str = ""
    order: int = 0
    shows: str = ""
    through: tuple[str, ...] = ()

    def register(self) -> "Searched":
        return searched.register(self.model._meta.label_lower, self)

    @property
    def model(self):
        return self.columns.model

    @property
    def title(self) -> str:
        """The key of the column that people know a record by."""
        return next(column.key for column in self.columns.columns.values() if column.kind == "link")

    def find(self, rows, text: str, studio, ahead: bool = False):
        """Those of ``rows`` that hold every word of ``text``, each somewhere; none when there is no word in it.

        ``ahead`` asks for the keys first, for rows that are read more than once: a few keys lead any database straight
        to the rows, while a subquery makes SQLite walk through all of the studio's.
        """
        words = sorted((word for word in text.split() if tokens_asked(word)), key=len, reverse=True)
        if not words:
            return rows.none()
        own = search_field_of(self.model)
        if own and not self.through:
            words = [" ".join(words)]
        for word in words:
            first, *others = self._places(own, Sought(word, studio.pk))
            found = first.union(*others, all=True) if others else first
            keys = list(found.values_list("pk", flat=True)[: FEW + 1]) if ahead else []
            rows = rows.filter(pk__in=keys if ahead and len(keys) <= FEW else found)
        return rows

    def _places(self, own, sought: Sought) -> list:
        """The keys of the rows with the words in one place, a query for each place.

        Of all studios, where the place is in none: whatever is found is cut to the list's rows, and without a further
        condition each database starts at its search index.
        """
        every = self.model._base_manager.order_by()
        places = [every.filter(**{f"{own.name}__matches": sought})] if own else []
        for name in self.through:
            other = self.model
            for step in name.split("__"):
                other = other._meta.get_field(step).related_model
            found = other._base_manager.filter(**{f"{search_field_of(other).name}__matches": sought})
            places.append(every.filter(**{f"{name}__in": found.order_by().values("pk")}))
        return [place.values("pk") for place in places]


searched: Registry[Searched] = Registry("search")


def searched_as(model) -> Searched | None:
    """How rows of ``model`` are found."""
    return searched.get(model._meta.label_lower)
