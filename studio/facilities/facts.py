"""What the site knows about a person."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.facilities.models import Room, VisitorBatch
from studio.organisation.registries import FactSource

FactSource(
    "facilities.room",
    label=_("Kept a room"),
    many=_("rooms kept"),
    model=Room,
    person="keeper",
    on="from_date",
    until="to_date",
    title="name",
    choice="use",
    link="facilities:room_detail",
    list="facilities:room_list",
    order=90,
).register()

FactSource(
    "facilities.guide",
    label=_("Guided visitors"),
    many=_("visits guided"),
    model=VisitorBatch,
    person="guide",
    on="day",
    title="unit",
    about="purpose",
    choice="kind",
    number="heads",
    unit=pgettext_lazy("unit", "people"),
    link="facilities:visitors_detail",
    list="facilities:visitors_list",
    order=91,
).register()
