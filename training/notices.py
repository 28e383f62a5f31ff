"""What training tells people."""

from django.utils.translation import gettext_lazy as _

from studio.core.fields import both_names
from studio.notices.registry import NoticeKind


def _in_words(params):
    return {**params, "course": both_names(params["title"], params["title_en"])}


NoticeKind(
    "training.session_cancelled",
    _("The session of “%(course)s” on %(day)s is cancelled: %(reason)s"),
    shown=_in_words,
    tone="bad",
).register()

NoticeKind(
    "training.session_moved",
    _("The session of “%(course)s” is now on %(day)s."),
    shown=_in_words,
    tone="warning",
).register()
