"""What appraisals tell the candidates."""

from django.utils.translation import gettext_lazy as _

from studio.core.fields import both_names
from studio.notices.actions import notify
from studio.notices.registry import NoticeKind


def in_words(params):
    """The batch's title in the reader's language."""
    return {**params, "title": both_names(params["title"], params["title_en"])}


SENTENCES = (
    ("nominated", _("You are nominated for “%(title)s”, examined on %(day)s."), ""),
    ("accepted", _("You are accepted for “%(title)s”, examined on %(day)s."), "good"),
    ("declined", _("Your application for “%(title)s” is declined: %(reason)s"), "bad"),
    ("moved", _("“%(title)s” is now examined on %(day)s, place: %(place)s."), "warning"),
    ("cancelled", _("“%(title)s” is cancelled: %(reason)s"), "bad"),
    ("passed", _("You have passed “%(title)s”. Your scores are shown on your page of it."), "good"),
    ("failed", _("You have not passed “%(title)s”. Your scores are shown on your page of it."), "bad"),
    ("absent", _("“%(title)s” is decided; you were absent."), ""),
    ("taken_back", _("The decision on “%(title)s” is taken back: %(reason)s"), "warning"),
    ("assigned", _("You are assigned as an appraiser of “%(title)s”, examined on %(day)s."), ""),
)

for key, text, tone in SENTENCES:
    NoticeKind(f"appraisals.{key}", text, in_words, tone).register()


def tell(person, kind: str, batch, record, **params) -> None:
    """Tell ``person`` something of ``batch``, with a link to ``record``; once for each version of the record."""
    params |= {"title": batch.title, "title_en": batch.title_en, "day": batch.exam_on.isoformat()}
    notify(
        person,
        f"appraisals.{kind}",
        studio=batch.studio,
        key=f"appraisals.{kind}.{record._meta.model_name}.{record.pk}.{batch.version}.{record.version}",
        params=params,
        url=record.get_absolute_url(),
    )
