"""What regulations, duties and meetings know about a person."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.organisation.registries import FactSource
from studio.regulations.choices import MeetingState
from studio.regulations.models import Duty, Meeting, Reading

FactSource(
    "regulations.duty",
    label=_("Took a duty"),
    many=pgettext_lazy("how many", "duties"),
    model=Duty,
    person="person",
    on="from_date",
    until="to_date",
    title="title",
    link="regulations:duty_detail",
    list="regulations:duty_list",
    order=70,
).register()

FactSource(
    "regulations.meeting",
    label=_("Was present at a meeting"),
    many=_("meetings attended"),
    model=Meeting,
    person="present",
    on="held_on",
    title="title",
    where=Q(state=MeetingState.HELD),
    choice="kind",
    link="regulations:meeting_detail",
    list="regulations:meeting_list",
    order=71,
).register()

FactSource(
    "regulations.reading",
    label=_("Confirmed having read a regulation"),
    many=_("regulations read"),
    model=Reading,
    person="person",
    on="confirmed_on",
    title="version_read__regulation__title",
    about="version_read__number",
    list="regulations:reading_list",
    order=72,
).register()
