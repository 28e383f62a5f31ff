"""The figures of joint building and sharing."""

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sharing.models import Agreement, Alliance, ExchangeEvent, PartnerUnit, ResourceUse, SharedResource
from sharing.querysets import signed_and_running
from studio.indicators.registry import Figure, Sum, figures

EVENTS, USES = "sharing:event_list", "sharing:use_list"
# A use withdrawn as recorded in error never took place, whatever the period.
STANDING = Q(withdrawn_on__isnull=True)


def in_force(period, day):
    """Agreements in force on the last day that counts."""
    return signed_and_running(day)


def active(period, as_of):
    """Partner units with an event or a use in the period, or an agreement in force on its last day."""
    last = min(period.end, as_of)
    days, here = (period.start, last), OuterRef("pk")
    met = ExchangeEvent.partners.through.objects.filter(partnerunit=here, exchangeevent__held_on__range=days)
    agreed = Agreement.objects.filter(signed_and_running(last), partner=here)
    used = ResourceUse.objects.standing().filter(partner=here, used_on__range=days)
    return Q(Exists(met)) | Q(Exists(agreed)) | Q(Exists(used))


figures.declare(
    Figure(
        "sharing.events",
        label=_("Exchange events"),
        unit=pgettext_lazy("unit", "events"),
        definition=_("Meetings, lessons and visits with others, by the day they were held."),
        kind="flow",
        model=ExchangeEvent,
        date="held_on",
        discipline="discipline",
        area="sharing",
        function="sharing",
        list=EVENTS,
    ),
    Figure(
        "sharing.own_heads",
        label=_("Own people at exchange events"),
        unit=pgettext_lazy("unit", "person-times"),
        definition=_("Own people at the exchange events held in the period, added up: who came twice counts twice."),
        kind="flow",
        model=ExchangeEvent,
        date="held_on",
        discipline="discipline",
        measure=Sum("own_heads"),
        area="sharing",
        function="sharing",
        list=EVENTS,
    ),
    Figure(
        "sharing.guest_heads",
        label=_("Guests at exchange events"),
        unit=pgettext_lazy("unit", "person-times"),
        definition=_("Guests at the exchange events held in the period, added up: who came twice counts twice."),
        kind="flow",
        model=ExchangeEvent,
        date="held_on",
        discipline="discipline",
        measure=Sum("guest_heads"),
        area="sharing",
        function="sharing",
        list=EVENTS,
    ),
    Figure(
        "sharing.agreements",
        label=_("Agreements in force"),
        unit=pgettext_lazy("unit", "agreements"),
        definition=_(
            "Agreements that hold on the last day of the period: signed by then, begun, not past their last day, "
            "and not ended before."
        ),
        kind="stock",
        model=Agreement,
        where=in_force,
        discipline="discipline",
        area="sharing",
        function="sharing",
        list="sharing:agreement_list",
    ),
    Figure(
        "sharing.alliances",
        label=_("Alliances"),
        unit=pgettext_lazy("unit", "alliances"),
        definition=_(
            "Alliances to which the studio belongs on the last day of the period. "
            "Those without a recorded start are listed and not counted."
        ),
        kind="stock",
        model=Alliance,
        start="from_date",
        end="to_date",
        area="sharing",
        function="sharing",
        list="sharing:alliance_list",
    ),
    Figure(
        "sharing.partners",
        label=_("Partner units active"),
        unit=pgettext_lazy("unit", "partner units"),
        definition=_(
            "Different partner units with an agreement in force on the last day of the period, at an exchange event "
            "held in the period, or with a use of a shared resource in the period."
        ),
        kind="expected",
        model=PartnerUnit,
        where=active,
        area="sharing",
        function="sharing",
        list="sharing:partner_list",
    ),
    Figure(
        "sharing.resources",
        label=_("Shared resources on offer"),
        unit=pgettext_lazy("unit", "resources"),
        definition=_(
            "Resources given to others or taken from them that are on offer on the last day of the period; "
            "the day one is retired is its last."
        ),
        kind="stock",
        model=SharedResource,
        start="offered_on",
        end="retired_on",
        discipline="discipline",
        area="sharing",
        function="sharing",
        list="sharing:resource_list",
    ),
    Figure(
        "sharing.uses",
        label=_("Uses of shared resources"),
        unit=pgettext_lazy("unit", "uses"),
        definition=_("Uses of shared resources by their day; those withdrawn as recorded in error do not count."),
        kind="flow",
        model=ResourceUse,
        where=STANDING,
        date="used_on",
        discipline="resource__discipline",
        area="sharing_uses",
        function="sharing",
        list=USES,
    ),
    Figure(
        "sharing.use_hours",
        label=_("Hours of use"),
        unit=pgettext_lazy("use", "hours"),
        definition=_(
            "The hours of the uses of shared resources in the period; uses recorded with people only add none."
        ),
        kind="flow",
        model=ResourceUse,
        where=STANDING,
        date="used_on",
        discipline="resource__discipline",
        measure=Sum("hours"),
        area="sharing_uses",
        function="sharing",
        list=USES,
        format="hours",
    ),
)
