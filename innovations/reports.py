"""The report about innovation and its benefit, which finance reads too."""

from django.utils.translation import gettext_lazy as _

from studio.reports.registry import Report, report

report(
    Report(
        "innovation-benefit",
        _("Innovation and benefit report"),
        _("Projects, results, intellectual property, transformation, and every benefit claim with finance's verdict."),
        benefit=True,
    )
)
