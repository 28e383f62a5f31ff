"""Innovation and profit creation, the fourth of the five functions."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.registries import Aspect, Function, aspects, functions


def gap(cell) -> str | None:
    """What is missing in a discipline's year, the first thing that is."""
    if not cell["innovations.proposals"].value:
        return _("No proposal submitted")
    if not cell["innovations.results_accepted"].value:
        return _("No result accepted")
    if not cell["innovations.transformation_rate"].value:
        return _("No result in use yet")
    return None


functions.register(
    "innovations",
    Function(
        key="innovations",
        label=_("Innovation and profit creation"),
        order=4,
        headline=(
            "innovations.results_accepted",
            "innovations.transformation_rate",
            "innovations.benefit_confirmed",
            "innovations.proposals",
        ),
        trend="innovations.results_accepted",
        list_url="innovations:result_list",
        gap=gap,
        featured=("innovations.results_accepted", "innovations.benefit_confirmed"),
    ),
)

aspects.register(
    "transformation",
    Aspect(
        "transformation",
        label=_("Transformation of innovation results"),
        order=2,
        figures=(
            "innovations.transformation_rate",
            "innovations.results_transformed",
            "innovations.results_accepted",
            "innovations.benefit_confirmed",
        ),
        trend="innovations.results_transformed",
    ),
)
