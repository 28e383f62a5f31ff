"""What the keepers of shared resources are told."""

from django.utils.translation import gettext_lazy as _

from studio.core.fields import both_names
from studio.notices.registry import NoticeKind


def in_words(params):
    """The resource, and who used it, in the reader's language."""
    resource = both_names(params["title"], params["title_en"])
    return {**params, "resource": resource, "user": both_names(params.get("by", ""), params.get("by_en", ""))}


NoticeKind("sharing.keeper", _("You look after the shared resource “%(resource)s”."), in_words).register()
NoticeKind("sharing.used", _("%(user)s used “%(resource)s” on %(day)s."), in_words, tone="good").register()
