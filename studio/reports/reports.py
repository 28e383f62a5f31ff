"""The report this app declares itself."""

from django.utils.translation import gettext_lazy as _

from .registry import Report, report

report(
    Report(
        "assessment-briefing",
        _("Assessment briefing"),
        _("What the studio shows an assessment team: its facts, its work by function, the requests of earlier visits."),
    )
)
