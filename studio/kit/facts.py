"""A list opened from a person's page: exactly the records behind one kind of fact about that person."""

from dataclasses import dataclass

from django.utils.text import capfirst

from studio.kit.filters import Chip
from studio.organisation.models import Person
from studio.organisation.registries import FactSource, facts

NAMES = ("fact", "who")


@dataclass(frozen=True)
class FactWindow:
    """``?fact=KEY&who=ID`` of a list's address."""

    source: FactSource
    who: Person

    @classmethod
    def read(cls, query, page) -> "FactWindow | None":
        """What the address asks of ``page``'s list; ``None`` for nothing, and for a person who is not seen there."""
        source, who = facts.get(query.get("fact", "")), query.get("who", "")
        if source is None or source.model is not page.model or not who.isdecimal() or len(who) > 18:
            return None
        person = Person.objects.visible_to(page.person, page.studio).filter(pk=int(who)).first()
        return cls(source, person) if person else None

    def rows(self, viewer, studio):
        return self.source.rows(self.who, studio, viewer)

    @property
    def chip(self) -> Chip:
        return Chip(str(self.who), capfirst(str(self.source.many)), NAMES)
