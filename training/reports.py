"""Reports about training beside the briefing."""

from django.utils.translation import gettext_lazy as _

from studio.reports.registry import Report, report

report(
    Report(
        "training-record",
        _("Training record"),
        _("One person: every session, its hours and results, and the skill levels reached."),
        needs="person",
    )
)
report(
    Report(
        "training-yearbook",
        _("Training year book"),
        _("Plan and actual, every session, and who was trained how many hours, by course, trainer and person."),
    )
)
