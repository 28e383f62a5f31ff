"""One kind of register for everything an app declares, and the walk that finds the declarations."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Generic, TypeVar

from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

Item = TypeVar("Item")

# In this order: later modules may look up what earlier ones declared.
DECLARING_MODULES = (
    "permissions",
    "functions",
    "facts",
    "role_sources",
    "notices",
    "todo",
    "jobs",
    "indicators",
    "reports",
    "chapters",
    "flows",
    "menu",
    "search",
    "linkable",
    "calendar",
    "demo",
    "loading",
)


class Registry(Generic[Item]):
    """Declared things by key, in the order of their declaration.

    A key declared twice raises ``ImproperlyConfigured`` and so stops the start.
    """

    def __init__(self, name: str):
        self.name = name
        self._items: dict[str, Item] = {}

    def register(self, key: str, item: Item) -> Item:
        """Add ``item`` under ``key`` and return it."""
        if key in self._items:
            raise ImproperlyConfigured(f"{self.name}: {key!r} is declared twice")
        self._items[key] = item
        return item

    def __getitem__(self, key: str) -> Item:
        return self._items[key]

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())

    def __len__(self) -> int:
        return len(self._items)

    def get(self, key: str, default: Item | None = None) -> Item | None:
        """The item under ``key``, or ``default``."""
        return self._items.get(key, default)

    def keys(self):
        """Keys in the order of their declaration."""
        return self._items.keys()

    def items(self):
        """Pairs of key and item in the order of their declaration."""
        return self._items.items()


def our_apps() -> list[str]:
    """Dotted names of this product's own apps, in the order of INSTALLED_APPS."""
    base = Path(settings.BASE_DIR)
    own = (config for config in apps.get_app_configs() if Path(config.path).is_relative_to(base))
    return [config.name for config in own if "site-packages" not in config.path]


def autodiscover() -> None:
    """Import every declaring module of our own apps."""
    ours = our_apps()
    for module in DECLARING_MODULES:
        for name in ours:
            if find_spec(f"{name}.{module}"):
                import_module(f"{name}.{module}")
