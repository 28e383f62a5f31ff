"""Appraisal among the studio's functions: what home shows of it, and when it says that something is missing."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from studio.organisation.registries import Function, functions


def gap(values) -> str | None:
    """What a discipline lacks in the period: a batch, or somebody who rose."""
    if not values["appraisals.batches"].value:
        return _("No batch examined")
    if not values["appraisals.promoted"].value:
        return _("Nobody promoted")
    return None


functions.register(
    "appraisals",
    Function(
        "appraisals",
        label=gettext_lazy("Skills appraisal"),
        order=3,
        headline=(
            "appraisals.promoted",
            "appraisals.candidates",
            "appraisals.pass_rate",
            "appraisals.batches",
        ),
        trend="appraisals.candidates",
        list_url="appraisals:batch_list",
        gap=gap,
    ),
)
