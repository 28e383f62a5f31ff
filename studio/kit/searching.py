"""What people find by words: each app declares its kinds of record in its ``search.py``."""

from dataclasses import dataclass

from studio.core.finding import Sought, search_field_of, tokens_asked
from studio.core.registry import Registry
from studio.kit.columns import Columns


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

    def find(self, rows, text: str, studio):
        """Those of ``rows`` that hold every word of ``text``, each somewhere; none when there is no word in it."""
        words = [word for word in text.split() if tokens_asked(word)]
        if not words:
            return rows.none()
        own = search_field_of(self.model)
        if own and not self.through:
            return rows.filter(**{f"{own.name}__matches": Sought(" ".join(words), studio.pk)})
        for word in words:
            first, *others = self._places(own, Sought(word, studio.pk))
            rows = rows.filter(pk__in=first.union(*others) if others else first)
        return rows

    def _places(self, own, sought: Sought) -> list:
        """The keys of the rows with the words in one place, a query for each place."""
        paths = [own.name] if own else []
        for name in self.through:
            other = self.model._meta.get_field(name.partition("__")[0]).related_model
            for step in name.split("__")[1:]:
                other = other._meta.get_field(step).related_model
            paths.append(f"{name}__{search_field_of(other).name}")
        here = self.model._base_manager.filter(studio=sought.studio)
        return [here.filter(**{f"{path}__matches": sought}).order_by().values("pk") for path in paths]


searched: Registry[Searched] = Registry("search")


def searched_as(model) -> Searched | None:
    """How rows of ``model`` are found."""
    return searched.get(model._meta.label_lower)
