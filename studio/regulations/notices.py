"""What people are told about regulations, duties and spends."""

from django.utils.translation import gettext_lazy as _

from studio.core.fields import both_names
from studio.notices.actions import notify
from studio.notices.registry import NoticeKind


def in_words(params):
    """The title in the reader's language."""
    return {**params, "title": both_names(params.get("title", ""), params.get("title_en", ""))}


SENTENCES = (
    ("in_force", _("“%(title)s”, version %(number)s, is in force. Read it and confirm."), ""),
    ("reminder", _("Please read “%(title)s”, version %(number)s, and confirm."), "warning"),
    ("duty", _("From %(day)s you answer for “%(title)s” in the studio."), ""),
    ("spend_void", _("The spend with voucher %(voucher)s was declared void: %(reason)s"), "bad"),
)

for key, text, tone in SENTENCES:
    NoticeKind(f"regulations.{key}", text, in_words, tone).register()


def tell_recorder(spend, reason: str) -> None:
    """Tell whoever recorded ``spend`` that it is void, and why."""
    notify(
        spend.recorder,
        "regulations.spend_void",
        studio=spend.studio,
        key=f"regulations.spend_void:{spend.pk}",
        params={"voucher": spend.voucher, "reason": reason[:300]},
        url=spend.get_absolute_url(),
    )
