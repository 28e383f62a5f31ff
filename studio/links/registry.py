"""Which kinds of record can be linked; apps say so in their ``linkable.py``."""

from dataclasses import dataclass

from studio.core.registry import Registry


@dataclass(frozen=True)
class Linkable:
    """A kind of record that can be linked with those of other apps, and with its own kind where ``alike`` says so.

    ::

        Linkable(Course).register()

    Within an app records are related by their own fields. A linkable kind is also declared in ``search.py`` with an
    icon, because whoever links looks for the other end by words.
    """

    model: type
    alike: bool = False

    @property
    def key(self) -> str:
        return self.model._meta.label_lower

    def register(self) -> "Linkable":
        return linkable.register(self.key, self)

    def takes(self, other: "Linkable") -> bool:
        """Whether the two kinds can be linked; it is the same from either side."""
        return self.alike if other is self else self.model._meta.app_label != other.model._meta.app_label


linkable: Registry[Linkable] = Registry("linkable")


def linkable_as(record) -> Linkable | None:
    """How ``record`` (or its model) can be linked."""
    return linkable.get(record._meta.label_lower)
