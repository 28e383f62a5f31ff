"""Site utilisation among the assessed aspects that home shows."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.registries import Aspect, aspects

aspects.register(
    "site-utilisation",
    Aspect(
        "site-utilisation",
        label=_("Site utilisation"),
        order=1,
        figures=(
            "facilities.utilisation",
            "facilities.used_open_hours",
            "facilities.open_hours",
            "facilities.floor_area",
        ),
        trend="facilities.utilisation",
    ),
)
