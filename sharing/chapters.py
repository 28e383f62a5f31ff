"""Joint building and sharing in the assessment briefing."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sharing.choices import EventKind
from sharing.models import Agreement, Alliance, ExchangeEvent, SharedResource
from studio.reports.blocks import Cell, Column, Figures, Heading, Note, Table
from studio.reports.figures import discipline_chart, discipline_table, month_chart
from studio.reports.registry import Chapter, chapter
from studio.reports.text import both, choice, named

MOST_LISTED = 200

HEADLINES = [
    "sharing.events",
    "sharing.agreements",
    "sharing.resources",
    "sharing.uses",
    "sharing.alliances",
    "sharing.partners",
]
BY_DISCIPLINE = [
    "sharing.events",
    "sharing.own_heads",
    "sharing.guest_heads",
    "sharing.agreements",
    "sharing.resources",
    "sharing.uses",
    "sharing.use_hours",
]


def build(context):
    """Headline figures, by discipline, alliances and agreements in force, events by type, resources and their uses."""
    yield Figures(HEADLINES)
    yield Heading(_("By discipline"))
    yield discipline_table(context, BY_DISCIPLINE)
    if context.figure("sharing.events"):
        yield discipline_chart(context, "sharing.events")
    yield from alliances(context)
    yield from agreements(context)
    yield from events(context)
    yield from resources(context)


def alliances(context):
    """Alliances on the period's last day, then those whose start nobody recorded."""
    yield Heading(_("Alliances"))
    known = context.visible(Alliance).select_related("studio")
    day = last_day(context)
    yield alliance_table(
        known.in_force(day).order_by("from_date", "pk"),
        empty=_("No alliance with a recorded start is in force on the last day of this period."),
    )
    undated = list(
        known.undated().filter(Q(to_date__isnull=True) | Q(to_date__gte=context.period.start)).order_by("pk")
    )
    if undated:
        yield alliance_table(undated, title=_("No date recorded"))
        yield Note(_("These alliances are recorded without their start. They are listed and not counted."))


def alliance_table(rows, title="", empty="") -> Table:
    """Alliances with the studio's role."""
    return Table(
        [
            Column(_("Alliance"), width=3),
            Column(pgettext_lazy("alliance", "Field"), width=2),
            Column(_("Role of the studio"), width=1.5),
            Column(_("Member since"), "date"),
        ],
        [
            [Cell(named(one), url=one.get_absolute_url()), named(one, "cluster"), choice(one, "role"), one.from_date]
            for one in rows
        ],
        title=title,
        empty=empty,
    )


def agreements(context):
    """Agreements in force on the period's last day."""
    yield Heading(_("Agreements in force"))
    rows = context.visible(Agreement).in_force(last_day(context)).order_by("from_date", "pk")
    yield Table(
        [
            Column(_("Agreement"), width=3),
            Column(pgettext_lazy("agreement", "With"), width=2.4),
            Column(_("Kind of sharing"), width=1.8),
            Column(_("In force from"), "date"),
            Column(_("In force to"), "date"),
        ],
        [
            [
                Cell(named(one, "title"), url=one.get_absolute_url()),
                named(one.partner or one.alliance),
                choice(one, "kind"),
                one.from_date,
                one.to_date,
            ]
            for one in rows.select_related("studio", "partner", "alliance")
        ],
        empty=_("No agreement is in force on the last day of this period."),
    )


def events(context):
    """Events of the period by type, month by month, and one by one."""
    yield Heading(_("Exchange events by type"))
    held = context.visible(ExchangeEvent).held_in(context.period, context.as_of)
    counts = held.count_by_kind()
    yield Table(
        [
            Column(pgettext_lazy("exchange event", "Type"), width=3),
            Column(pgettext_lazy("exchange event", "Events"), "count"),
            Column(_("Own people"), "count"),
            Column(_("Guests"), "count"),
        ],
        [[both(kind.label), *counts[kind.value]] for kind in EventKind if kind.value in counts],
        total=[
            both(_("Total")),
            *(context.figure(f"sharing.{key}") for key in ("events", "own_heads", "guest_heads")),
        ],
        empty=_("No exchange event was held in this period."),
    )
    if counts:
        yield month_chart(context, "sharing.events")
    yield from event_table(held)


def event_table(held):
    """The events in the order of their days."""
    rows = list(held.select_related("studio").order_by("held_on", "pk")[: MOST_LISTED + 1])
    if not rows:
        return
    yield Table(
        [
            Column(_("Date"), "date"),
            Column(_("Exchange event"), width=3),
            Column(pgettext_lazy("exchange event", "Type"), width=1.6),
            Column(_("Own people"), "count"),
            Column(_("Guests"), "count"),
        ],
        [
            [
                one.held_on,
                Cell(named(one, "title"), url=one.get_absolute_url()),
                choice(one, "kind"),
                one.own_heads,
                one.guest_heads,
            ]
            for one in rows[:MOST_LISTED]
        ],
        title=_("Exchange events held"),
    )
    if len(rows) > MOST_LISTED:
        yield Note(both(_("The first %(most)s events are listed; all of them stand in the product."), most=MOST_LISTED))


def resources(context):
    """Resources on offer with their uses in the period."""
    yield Heading(_("Shared resources and their uses"))
    offered = context.visible(SharedResource).on_offer(last_day(context))
    rows = offered.with_uses_in(context.period, context.as_of).select_related("studio")
    yield Table(
        [
            Column(_("Shared resource"), width=3),
            Column(_("Kind"), width=1.5),
            Column(_("Given or taken"), width=1.5),
            Column(pgettext_lazy("shared resource", "Uses"), "count"),
            Column(pgettext_lazy("use", "Hours"), "hours"),
        ],
        [
            [
                Cell(named(one, "title"), url=one.get_absolute_url()),
                choice(one, "kind"),
                choice(one, "direction"),
                one.uses_then,
                one.hours_then,
            ]
            for one in rows.order_by("direction", "-uses_then", "pk")
        ],
        empty=_("No shared resource is on offer on the last day of this period."),
    )


def last_day(context):
    """The period's last day, or the cut-off day where that is earlier."""
    return min(context.period.end, context.as_of)


chapter(Chapter("sharing", _("Joint building and sharing"), 600, build))
