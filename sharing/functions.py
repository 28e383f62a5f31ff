"""Joint building and sharing, the fifth of the five functions."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.registries import Function, functions


def gap(cell) -> str | None:
    """What a discipline's period lacks, the first thing that does. Agreements may well be the whole studio's."""
    if not cell["sharing.events"].value:
        return _("No exchange event held")
    if not cell["sharing.resources"].value:
        return _("No shared resource on offer")
    if not cell["sharing.uses"].value:
        return _("No shared resource used")
    return None


functions.register(
    "sharing",
    Function(
        key="sharing",
        label=_("Joint building and sharing"),
        order=5,
        headline=("sharing.events", "sharing.agreements", "sharing.resources", "sharing.uses"),
        trend="sharing.events",
        list_url="sharing:event_list",
        gap=gap,
    ),
)
