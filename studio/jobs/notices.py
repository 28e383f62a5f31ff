"""What people are told when a job ends."""

from django.utils.translation import gettext_lazy as _

from studio.jobs.registry import kinds
from studio.notices.registry import NoticeKind


def shown(params):
    """The kind of work in the reader's language."""
    kind = kinds.get(params["key"])
    return {"job": kind.named(params.get("params", {})) if kind else params["key"]}


NoticeKind("jobs.done", _("“%(job)s” is ready."), shown, tone="good").register()
NoticeKind("jobs.failed", _("“%(job)s” failed. The job's page says why."), shown, tone="bad").register()
NoticeKind("jobs.cancelled", _("“%(job)s” was cancelled."), shown).register()
