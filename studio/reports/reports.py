"""The reports this app declares itself: the briefing, a group's share of it, and every figure there is."""

from django.utils.translation import gettext_lazy as _

from .registry import Report, report
from .texts import GROUPS

BRIEFING = "assessment-briefing"
# The chapters of the functions lie between these orders (see ``Chapter``).
FIRST_FUNCTION, AFTER_FUNCTIONS = 200, 700


def of_a_group(chapter) -> bool:
    """What a group shows of itself: its members and its part of each function."""
    of_function = FIRST_FUNCTION <= chapter.order < AFTER_FUNCTIONS
    return chapter.key == GROUPS or (of_function and BRIEFING in chapter.reports)


report(
    Report(
        BRIEFING,
        _("Assessment briefing"),
        _("What the studio shows an assessment team: its facts, its work by function, the requests of earlier visits."),
    )
)
report(
    Report(
        "group-report",
        _("Group report"),
        _("One discipline group: its members and its part of each function, for a quarter or any other period."),
        needs="discipline",
        takes=of_a_group,
    )
)
report(
    Report(
        "figures-sheet",
        _("Figures sheet"),
        _("Every figure of the studio by discipline and by month, best as Excel."),
    )
)
