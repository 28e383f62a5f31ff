"""What competitions tell people."""

from django.utils.translation import gettext_lazy as _

from studio.core.fields import both_names
from studio.notices.actions import notify
from studio.notices.registry import NoticeKind


def in_words(params):
    """The event's title in the reader's language."""
    return {**params, "event": both_names(params["title"], params["title_en"])}


SENTENCES = (
    ("entered", _("You are entered into the event “%(event)s” on %(day)s."), ""),
    ("judge", _("You judge the event “%(event)s” on %(day)s."), ""),
    ("moved", _("The event “%(event)s” is now on %(day)s."), "warning"),
    ("cancelled", _("The event “%(event)s” on %(day)s is cancelled: %(reason)s"), "bad"),
    ("published", _("The results of the event “%(event)s” are published."), "good"),
    ("correction.accepted", _("Your correction of a mark in “%(event)s” was accepted."), "good"),
    ("correction.rejected", _("Your correction of a mark in “%(event)s” was rejected."), "bad"),
)

for kind, text, tone in SENTENCES:
    NoticeKind(f"competitions.{kind}", text, in_words, tone).register()


def tell(person, kind: str, event, key="", **params) -> None:
    """Tell ``person`` about ``event``, once for each ``key``."""
    notify(
        person,
        f"competitions.{kind}",
        studio=event.studio,
        key=f"competitions.{kind}:{event.pk}:{key}",
        params={"title": event.title, "title_en": event.title_en, "day": event.planned_on.isoformat(), **params},
        url=event.get_absolute_url(),
    )


def tell_all(event, kind: str, *, key="", judges=True, **params) -> None:
    """Tell everybody who competes in ``event``, and its judges unless told otherwise."""
    people = {one.person for one in event.entrants.filter(person__isnull=False).select_related("person")}
    if judges:
        people |= {one.person for one in event.judges.select_related("person")}
    for person in people:
        tell(person, kind, event, key=key, **params)
