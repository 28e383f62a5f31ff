"""Figures about the studio itself."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.indicators.registry import Figure, figures
from studio.organisation.models import Honour

figures.declare(
    Figure(
        "honours",
        label=_("Honours"),
        unit=pgettext_lazy("unit", "honours"),
        definition=_(
            "Titles and awards of the studio in force on the last day of the period: "
            "from 1 January of their year until the day they are valid until."
        ),
        kind="stock",
        model=Honour,
        start="valid_from",
        end="valid_until",
        area="studio",
        list="organisation:honour_list",
    ),
)
