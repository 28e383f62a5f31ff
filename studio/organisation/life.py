"""What one person did, over all functions: counts that open the lists, what stands today, and a timeline."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from studio.organisation.querysets import counts_of, facts_of, sources
from studio.organisation.registries import Fact, FactSource, functions_in_order

SHOWN = 100
STANDING = 60
REST = "studio"  # the key of what belongs to no function


@dataclass(frozen=True)
class Count:
    """How many facts of one kind, and the list of exactly these records."""

    source: FactSource
    many: int
    url: str


@dataclass(frozen=True)
class Section:
    """What somebody did in one function."""

    key: str
    label: str
    counts: list[Count]


@dataclass(frozen=True)
class Line:
    """A fact with the page of its record."""

    fact: Fact
    url: str


class Life:
    """Of ``person`` in ``studio`` as ``viewer`` sees it; ``query`` may choose a year and a function. Three queries."""

    def __init__(self, person, studio, viewer, query):
        self.person, self.studio, self.viewer = person, studio, viewer
        self.of = query.get("of", "") if query.get("of", "") in {section.key for section in self.sections} else ""
        asked = query.get("year", "")
        self.year = int(asked) if asked in {str(year) for year in self.years} else None

    @cached_property
    def _counts(self) -> dict:
        return counts_of(self.person, self.studio, self.viewer)

    @cached_property
    def _many(self) -> dict[str, int]:
        many: dict[str, int] = {}
        for (key, _year), number in self._counts.items():
            many[key] = many.get(key, 0) + number
        return many

    @cached_property
    def _sources(self) -> list[FactSource]:
        return [one for one in sources(self.person, self.studio, self.viewer) if one.key in self._many]

    @cached_property
    def sections(self) -> list[Section]:
        """The functions in their order, then the rest; those without a fact are left out."""
        places = [(one.key, one.label) for one in functions_in_order()] + [(REST, _("Studio"))]
        found = [
            Section(key, label, [self._count(one) for one in self._sources if (one.function or REST) == key])
            for key, label in places
        ]
        return [section for section in found if section.counts]

    @property
    def years(self) -> list[int]:
        """Years with facts, newest first."""
        return sorted({year for _key, year in self._counts}, reverse=True)

    @cached_property
    def lines(self) -> list[Line]:
        """The newest facts of the year and function chosen."""
        return [self._line(fact) for fact in self._chosen()[:SHOWN]]

    @property
    def more(self) -> bool:
        """Whether there are older ones than the lines show."""
        keys = {one.key for one in self._sources if not self.of or (one.function or REST) == self.of}
        wanted = (many for (key, year), many in self._counts.items() if key in keys and self.year in (None, year))
        left = SHOWN
        return any((left := left - many) < 0 for many in wanted)

    @cached_property
    def standing(self) -> dict[str, list[Line]]:
        """Levels, awards and places (roles, groups) by kind, newest first."""
        keys = [one.key for one in self._sources if one.kind]
        found: dict[str, list[Line]] = {}
        for fact in facts_of(self.person, self.studio, self.viewer, keys=keys)[:STANDING] if keys else ():
            found.setdefault(fact.source.kind, []).append(self._line(fact))
        return found

    def everything(self):
        """All facts, for a file."""
        return facts_of(self.person, self.studio, self.viewer)

    def _chosen(self):
        keys = [one.key for one in self._sources if not self.of or (one.function or REST) == self.of]
        return facts_of(self.person, self.studio, self.viewer, keys=keys, year=self.year)

    def _count(self, source: FactSource) -> Count:
        query = urlencode({"fact": source.key, "who": self.person.pk})
        url = f"{self._address(source.list)}?{query}" if source.list else ""
        return Count(source, self._many[source.key], url)

    def _line(self, fact: Fact) -> Line:
        link = fact.source.link
        return Line(fact, self._address(link, pk=fact.record) if link else "")

    def _address(self, name: str, **kwargs) -> str:
        return reverse(name, kwargs={"studio": self.studio.slug, **kwargs})
