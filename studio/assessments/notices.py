"""What owners of improvement actions are told."""

from django.utils.translation import gettext_lazy as _

from studio.core.fields import both_names
from studio.notices.registry import NoticeKind


def shown(params):
    """The action's title in the reader's language."""
    return {**params, "action": both_names(params.get("title", ""), params.get("title_en", ""))}


NoticeKind("assessments.action_given", _("You own “%(action)s”, due on %(due)s."), shown).register()
NoticeKind(
    "assessments.action_sent_back", _("“%(action)s” was sent back: %(reason)s"), shown, tone="warning"
).register()
