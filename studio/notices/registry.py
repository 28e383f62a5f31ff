"""What people can be told, and what can wait for them. Apps declare both, in ``notices.py`` and ``todo.py``::

NoticeKind("jobs.done", _("“%(job)s” is ready."), shown, tone="good").register()
Todo("innovations.claims", _("Claims to confirm"), "benefits", waiting_claims, "innovations:claim_list").register()
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from studio.core.registry import Registry


def as_stored(params: Mapping) -> Mapping:
    """Most notices show their parameters as they are."""
    return params


@dataclass(frozen=True)
class NoticeKind:
    """A sentence with ``%(name)s`` places, rendered in the reader's language each time it is read.

    ``shown(params)`` turns stored keys into words of that language. ``tone`` is "", "good", "warning" or "bad".
    """

    key: str
    text: str
    shown: Callable[[Mapping], Mapping] = as_stored
    tone: str = ""

    def register(self) -> "NoticeKind":
        """Add it to the register."""
        return kinds.register(self.key, self)


@dataclass(frozen=True)
class Todo:
    """Work that waits for somebody: ``query(person, studio)`` gives the records, in the order to do them.

    It is asked only of people who may view something in ``area``. ``list_url`` names the page that shows them all.
    """

    key: str
    label: str
    area: str
    query: Callable
    list_url: str

    def register(self) -> "Todo":
        """Add it to the register."""
        return todos.register(self.key, self)


kinds: Registry[NoticeKind] = Registry("notices")
todos: Registry[Todo] = Registry("todo")
