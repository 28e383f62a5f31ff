"""Skills competition among the functions: what home shows of it, and when it says that something is missing."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from studio.organisation.registries import Function, functions


def gap(values) -> str | None:
    """What a discipline lacks in the period: competitions at all, or an award.

    Events of a competition for all disciplines count for the discipline through the people who competed.
    """
    held = values["competitions.organised"].value or values["competitions.attended"].value
    if not held and not values["competitions.entrants"].value:
        return _("No competition attended or organised")
    if not values["competitions.entrants"].value:
        return _("Nobody competed")
    return None if values["competitions.awards"].value else _("No award won")


functions.register(
    "competitions",
    Function(
        "competitions",
        label=gettext_lazy("Skills competition"),
        order=2,
        headline=(
            "competitions.awards",
            "competitions.entrants",
            "competitions.organised",
            "competitions.attended",
        ),
        trend="competitions.entrants",
        list_url="competitions:competition_list",
        gap=gap,
    ),
)
