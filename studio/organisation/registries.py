"""What apps declare to the organisation: functions, assessed aspects, facts about people, and who leads what."""

from collections.abc import Callable
from dataclasses import dataclass

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

# A source answers for one person and studio: {role key: set of discipline ids}.
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
