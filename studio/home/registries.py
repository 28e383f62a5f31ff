"""Who brings demonstration data, and who reads which part of a studio's facts file."""

from collections.abc import Callable
from dataclasses import dataclass, field

from studio.core.registry import Registry
from studio.organisation.models import Person, Studio

# load(world): add the app's sample records to world.studio; see world.py. Runs in one transaction with all others.
demo: Registry[Callable] = Registry("demo")

# By top-level key of the facts file: load(data, context) -> lines saying what was loaded.
loading: Registry[Callable] = Registry("loading")


class NotLoadable(ValueError):
    """A facts file that cannot be loaded; the message says which entry and how to mend it."""


@dataclass
class LoadContext:
    """What the loaders of one facts file share. ``skipped`` collects facts that have no home yet."""

    studio: Studio
    actor: Person | None = None
    skipped: list[str] = field(default_factory=list)
