"""What the people of a proposal, project, result or claim are told."""

from django.utils.translation import gettext_lazy as _

from studio.core.fields import both_names
from studio.core.money import wan
from studio.notices.actions import notify
from studio.notices.registry import NoticeKind


def in_words(params):
    """The title in the reader's language."""
    return {**params, "title": both_names(params.get("title", ""), params.get("title_en", ""))}


SENTENCES = (
    ("proposal.adopted", _("Your proposal “%(title)s” was adopted."), "good"),
    ("proposal.rejected", _("Your proposal “%(title)s” was rejected: %(reason)s"), "bad"),
    ("proposal.archived", _("Your proposal “%(title)s” was archived for later: %(reason)s"), "warning"),
    ("project.approved", _("Your project “%(title)s” was approved."), "good"),
    ("project.stopped", _("Your project “%(title)s” was stopped: %(reason)s"), "bad"),
    ("result.accepted", _("Your result “%(title)s” was accepted."), "good"),
    ("result.returned", _("Your result “%(title)s” was returned: %(reason)s"), "warning"),
    (
        "benefitclaim.judged",
        _("Finance confirmed %(confirmed)s of %(net)s (10,000 CNY) for “%(title)s”: %(reason)s"),
        "good",
    ),
)

for key, text, tone in SENTENCES:
    NoticeKind(f"innovations.{key}", text, in_words, tone).register()


def tell(person, state: str, record, reason: str, **amounts) -> None:
    """Tell ``person`` that ``record`` came into ``state``; once for each version of the record."""
    name = record._meta.model_name
    titled = getattr(record, "titled", record)
    params = {"title": titled.title, "title_en": titled.title_en, "reason": reason}
    params |= {key: f"{wan(amount):,.2f}" for key, amount in amounts.items()}
    notify(
        person,
        f"innovations.{name}.{state}",
        studio=record.studio,
        key=f"innovations.{name}.{record.pk}.{record.version}",
        params=params,
        url=record.get_absolute_url(),
    )
