"""What people are told of reports that are made by themselves."""

from django.utils.translation import gettext_lazy as _

from studio.core.periods import Period
from studio.notices.registry import NoticeKind
from studio.reports.registry import reports


def shown(params):
    """The report's kind and period in the reader's language."""
    declared = reports.get(params["key"])
    title = declared.title if declared else params["key"]
    return {**params, "report": title, "period": Period.of(params["period"]).label}


NoticeKind("reports.delivered", _("“%(report)s” for %(period)s is ready to read."), shown, tone="good").register()
NoticeKind(
    "reports.not_delivered", _("“%(report)s” for %(period)s was not made: %(problem)s"), shown, tone="bad"
).register()
