"""Which files a record takes. A model declares it with words only, or with a ``FileKind`` for its own limits::

attachment_kinds = {"evidence": _("Evidence"), "photo": FileKind(_("Photo"), types=IMAGES, max_count=20)}
"""

from dataclasses import dataclass

from django.apps import apps

from studio.files.types import DOCUMENTS, IMAGES

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class FileKind:
    """The limits of one kind of attachment. ``verb`` is the right in the owner's area that adding and retiring ask.

    ``made_here`` marks files that the product itself writes: nobody uploads them, and their content is not checked.
    ``seen_by`` names a permission asked of the owner, for kinds that not everybody who sees the owner may read.
    """

    label: str
    types: frozenset[str] = DOCUMENTS | IMAGES
    max_bytes: int = 20 * MEGABYTE
    max_count: int = 50
    verb: str = "edit"
    made_here: bool = False
    seen_by: str = ""

    def __str__(self):
        return str(self.label)

    def open_to(self, person, owner) -> bool:
        """Whether ``person``, who sees ``owner``, may read its files of this kind."""
        return not self.seen_by or person.has_perm(self.seen_by, owner)


def kinds_of(model) -> dict[str, FileKind]:
    """The declared kinds of a model or record by key; empty when it takes no files."""
    declared = getattr(model, "attachment_kinds", {})
    return {key: kind if isinstance(kind, FileKind) else FileKind(kind) for key, kind in declared.items()}


def owner_model(owner_type: str):
    """The model called ``app.model`` when it takes files, else ``None``."""
    try:
        model = apps.get_model(owner_type)
    except (LookupError, ValueError):
        return None
    return model if kinds_of(model) else None
