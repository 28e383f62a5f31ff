"""What competitions know about a person."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competitions.choices import TOOK_PLACE
from competitions.models import Entrant, JudgeAssignment, Result
from studio.organisation.registries import FactSource

FactSource(
    "competitions.entered",
    label=_("Competed"),
    many=_("events entered"),
    model=Entrant,
    person="person",
    on="event__held_on",
    title="event__title",
    about="event__competition__title",
    where=Q(entry__absent=False, event__state__in=TOOK_PLACE),
    choice="event__competition__level",
    link="competitions:event_detail",
    link_pk="event_id",
    list="competitions:entrant_list",
    function="competitions",
    order=20,
).register()

FactSource(
    "competitions.award",
    label=_("Won an award"),
    many=pgettext_lazy("how many", "awards"),
    model=Result,
    person="entry__entrants__person",
    on="awarded_on",
    title="entry__event__title",
    about="entry__event__competition__title",
    where=~Q(award=""),
    choice="award",
    link="competitions:result_detail",
    list="competitions:result_list",
    function="competitions",
    kind="award",
    order=21,
).register()

FactSource(
    "competitions.judged",
    label=_("Judged an event"),
    many=_("events judged"),
    model=JudgeAssignment,
    person="person",
    on="event__held_on",
    title="event__title",
    about="event__competition__title",
    where=Q(event__state__in=TOOK_PLACE),
    link="competitions:event_detail",
    link_pk="event_id",
    function="competitions",
    order=22,
).register()
