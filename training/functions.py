"""Training among the studio's functions: what home shows of it, and when it says that something is missing."""

from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from studio.organisation.registries import Function, functions

# Below this part of what the time passed would let one expect, a plan is behind.
BEHIND = Decimal("0.8")


def gap(values) -> str | None:
    """What a discipline lacks in the period: sessions, a plan, or pace."""
    if not values["training.sessions_held"].value:
        return _("No session held")
    completion = values["training.plan_completion"]
    if completion.value is None:
        return _("No approved plan")
    if completion.value < 100 * BEHIND * share_of_year(completion):
        return _("Behind the plan: %(percent)s %%") % {"percent": completion.text}
    return None


def share_of_year(value) -> Decimal:
    """The part of the plan's years that has passed on the last day that counts."""
    first, last = date(value.period.start.year, 1, 1), date(value.period.end.year, 12, 31)
    day = min(value.period.end, value.as_of, timezone.localdate())
    return Decimal(max((day - first).days + 1, 0)) / Decimal((last - first).days + 1)


functions.register(
    "training",
    Function(
        "training",
        label=gettext_lazy("Employee training"),
        order=1,
        headline=(
            "training.sessions_held",
            "training.person_times",
            "training.plan_completion",
            "training.pass_rate",
        ),
        trend="training.person_times",
        list_url="training:session_list",
        gap=gap,
        featured=("training.person_times", "training.plan_completion"),
    ),
)
