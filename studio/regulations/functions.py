"""Procedures and regulations among the assessed aspects."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.registries import Aspect, aspects

aspects.register(
    "regulations",
    Aspect(
        "regulations",
        label=_("Procedures and regulations"),
        order=3,
        figures=(
            "regulations.completeness",
            "regulations.in_force",
            "regulations.meeting_rate",
            "funds.use_rate",
        ),
        trend="regulations.meetings_held",
    ),
)
