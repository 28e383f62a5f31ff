"""What apps declare to the organisation: functions, assessed aspects, facts about people, and who leads what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import F, Q

from studio.core.registry import Registry


@dataclass(frozen=True)
class Function:
    """One of the studio's functions, in the article's order.

    ``headline`` names the figures a cell of the home matrix shows, the first one large;
    ``trend`` the figure of its thin line; ``gap`` tells from a cell's figures what is missing, or ``None``.
    ``featured`` are those of the strip above the matrix, for the studio as a whole; the first headline unless given.
    """

    key: str
    label: str
    order: int
    headline: tuple[str, ...]
    trend: str
    list_url: str
    gap: Callable[[dict], str | None]
    featured: tuple[str, ...] = ()


functions: Registry[Function] = Registry("functions")


@dataclass(frozen=True)
class Aspect:
    """What an assessment looks at beside the functions, such as site utilisation.

    ``figures`` are shown for the studio as a whole, the first one large; ``trend`` is drawn over the period.
    """

    key: str
    label: str
    order: int
    figures: tuple[str, ...]
    trend: str


aspects: Registry[Aspect] = Registry("aspects")


@dataclass(frozen=True)
class Fact:
    """One thing that a person did or holds: a typed answer of the app that knows it.

    ``about`` is what it belongs to (the occupation of a level), ``choice`` its result or position as stored, ``other``
    the key of another person it names.
    """

    source: "FactSource"
    record: int
    on: date
    until: date | None
    title: str
    about: str
    choice: str
    number: Decimal | None
    other: int | None

    @property
    def result(self) -> str:
        """The choice in words."""
        return self.source.word(self.choice)


@dataclass(frozen=True)
class FactSource:
    """One kind of fact about people, declared in an app's ``facts.py``; all are read in one query.

    ::

        FactSource(
            "training.attended",
            label=_("Attended a session"),
            many=_("sessions attended"),
            model=Attendance,
            person="person",                    # the look-up that leads to the person
            on="session__held_on",              # its day; rows without one are no facts yet
            title="session__course__title",     # in both languages where there are both
            where=Q(status="present"),
            number="score",
            unit=_("points"),
            link="training:session_detail",
            link_pk="session_id",
            list="training:attendance_list",
            function="training",
            order=10,
        ).register()

    ``on`` and ``choice`` may be expressions; a choice that is no field brings its words in ``words``. ``kind`` says
    where the person's page shows it besides the timeline: ``level``, ``award`` or ``place`` (a role, a group). ``list``
    is a list of the same model, which ``?fact=KEY&who=ID`` narrows to exactly these rows.
    """

    key: str
    label: str
    many: str
    model: type
    person: str
    on: object
    order: int
    title: str = ""
    until: str = ""
    about: str = ""
    where: Q | None = None
    choice: object = ""
    words: dict | None = None
    number: str = ""
    unit: str = ""
    other: str = ""
    link: str = ""
    link_pk: str = "pk"
    list: str = ""
    function: str = ""
    kind: str = ""

    def register(self) -> "FactSource":
        return facts.register(self.key, self)

    def rows(self, person, studio, viewer=None):
        """The records behind these facts: those ``viewer`` sees, or all when the rules themselves ask (``None``)."""
        manager = self.model._default_manager
        seen = manager.filter(studio=studio) if viewer is None else manager.visible_to(viewer, studio)
        day = F(self.on) if isinstance(self.on, str) else self.on
        found = seen.filter(**{self.person: person}).annotate(fact_on=day)
        return found.filter(self.where or Q(), fact_on__isnull=False).order_by()

    def word(self, choice: str) -> str:
        """``choice`` in words, in the language in force."""
        if not choice:
            return ""
        if self.words is not None:
            return str(self.words.get(choice, choice))
        field = self.model
        for name in self.choice.split("__"):
            field = (field if isinstance(field, type) else field.related_model)._meta.get_field(name)
        return str(dict(field.flatchoices).get(choice, choice))


facts: Registry[FactSource] = Registry("facts")

# A source answers for a person who holds a role in the studio today: (person, studio) → {role key: set of discipline
# ids}.
role_sources: Registry[Callable] = Registry("role_sources")

# A source answers for one person and studio: the discipline id of the group the person belongs to today, or None.
discipline_sources: Registry[Callable] = Registry("discipline_sources")

# What else ends with a person's last role in a studio: called with (membership, actor) inside the transaction.
role_endings: Registry[Callable] = Registry("role_endings")

# Related lists under a person's page (kit panels whose path leads to the person), declared in an app's menu.py.
person_panels: Registry = Registry("person_panels")


def functions_in_order() -> list[Function]:
    """The declared functions as the article orders them."""
    return sorted(functions, key=lambda function: function.order)


def aspects_in_order() -> list[Aspect]:
    """The declared aspects in the order the assessors named them."""
    return sorted(aspects, key=lambda aspect: aspect.order)
