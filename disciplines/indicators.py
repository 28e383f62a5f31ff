"""Figures about the discipline groups."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from disciplines.models import GroupMembership
from studio.indicators.registry import CountDistinct, Figure, figures

figures.declare(
    Figure(
        "members",
        label=_("Members"),
        unit=pgettext_lazy("unit", "people"),
        definition=_(
            "Different people who belong to a discipline group on the last day of the period. "
            "A person who changes groups counts in the group of that day."
        ),
        kind="stock",
        model=GroupMembership,
        start="from_date",
        end="to_date",
        discipline="group__discipline",
        measure=CountDistinct("person"),
        area="groups",
        list="disciplines:group_membership_list",
    ),
)
