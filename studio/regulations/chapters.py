"""The chapter of the briefing about regulations, duties, meetings and funds."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.core.periods import Period
from studio.indicators import engine
from studio.regulations.choices import Standing
from studio.regulations.models import Duty, Fund, Meeting, RegulationVersion, RequiredKind, Spend, SpendCategory
from studio.reports.blocks import Cell, Column, Figures, Heading, Note, Table
from studio.reports.figures import discipline_table
from studio.reports.registry import Chapter, Concern, chapter, concern, is_short
from studio.reports.text import both, choice, named

MOST_LISTED = 150
QUARTERLY = ["regulations.rule_meetings_held", "regulations.meetings_expected", "regulations.meeting_rate"]


def build(context):
    """Rules and what is missing, duties, meetings against what is expected, and money."""
    yield Figures(
        [
            "regulations.in_force",
            "regulations.completeness",
            "regulations.read_rate",
            "regulations.meeting_rate",
        ]
    )
    yield from rules(context)
    yield from required(context)
    yield from duties(context)
    yield from meetings(context)
    yield from funds(context)


def last_day(context):
    return min(context.period.end, context.as_of)


def rules(context):
    """What is in force on the last day, with the review day as it was known then."""
    day = last_day(context)
    versions = context.visible(RegulationVersion).in_force(day).with_readers(day).known_due(day)
    rows = versions.select_related("regulation__owner", "studio").order_by("regulation__code")
    yield Heading(_("Regulations in force"))
    yield Table(
        [
            Column(_("Code")),
            Column(_("Regulation"), width=3.4),
            Column(_("Version")),
            Column(_("Effective from"), "date"),
            Column(_("Review due"), "date"),
            Column(_("Owner"), width=1.6),
            Column(_("Read by"), "count"),
        ],
        [
            [
                one.regulation.code,
                Cell(named(one.regulation, "title"), url=one.get_absolute_url()),
                one.number,
                one.effective_on,
                one.due_then,
                named(one.regulation.owner),
                one.confirmed,
            ]
            for one in rows
        ],
        empty=_("No regulation was in force on the last day of the period."),
    )


def required(context):
    """What had to be kept and was missing or overdue."""
    day, labels = last_day(context), dict(Standing.choices)
    kinds = context.visible(RequiredKind).in_force(day).with_standing(day).exclude(standing=Standing.IN_FORCE)
    yield Heading(_("Required and not complete"))
    yield Table(
        [
            Column(_("Kind of regulation"), width=3),
            Column(_("Required since"), "date"),
            Column(pgettext_lazy("regulation", "Standing"), width=2),
        ],
        [
            [Cell(named(one.kind), url=one.get_absolute_url()), one.from_date, both(labels[one.standing])]
            for one in kinds.select_related("kind", "studio")
        ],
        empty=_("Every required kind is in force and not overdue for review."),
    )


def duties(context):
    """Who answered for what on the last day."""
    found = context.visible(Duty).in_force(last_day(context)).select_related("person", "discipline", "studio")
    yield Heading(_("Duties"))
    yield Table(
        [
            Column(_("Duty"), width=3),
            Column(_("Person"), width=1.6),
            Column(_("Discipline"), width=1.8),
            Column(_("Since"), "date"),
        ],
        [
            [
                Cell(named(one, "title"), url=one.get_absolute_url()),
                named(one.person),
                discipline_of(context, one.discipline),
                one.from_date,
            ]
            for one in found
        ],
        empty=_("No duty is recorded for the last day of the period."),
    )


def meetings(context):
    """Held against expected, by quarter and by discipline, and the meetings themselves."""
    yield Heading(_("Meetings held and expected"))
    yield quarter_table(context)
    yield discipline_table(context, ["regulations.meetings_held", *QUARTERLY])
    days = (context.period.start, last_day(context))
    held = context.visible(Meeting).filter(held_on__range=days).with_heads()
    rows = held.select_related("discipline", "studio").order_by("held_on", "pk")[: MOST_LISTED + 1]
    listed = [
        [
            one.held_on,
            Cell(named(one, "title"), url=one.get_absolute_url()),
            choice(one, "kind"),
            discipline_of(context, one.discipline),
            one.heads,
        ]
        for one in rows
    ]
    yield Table(
        [
            Column(_("Date"), "date"),
            Column(_("Meeting"), width=3.4),
            Column(_("Kind"), width=2),
            Column(_("Discipline"), width=1.8),
            Column(pgettext_lazy("meeting", "Present"), "count"),
        ],
        listed[:MOST_LISTED],
        title=_("Meetings held"),
        empty=_("No meeting was held in this period."),
    )
    if len(listed) > MOST_LISTED:
        yield Note(
            both(_("The first %(most)s meetings are listed; all of them stand in the product."), most=MOST_LISTED)
        )


def quarter_table(context) -> Table:
    """A row for each quarter of the period, cut to it, and the whole period."""
    scope = context.discipline.pk if context.discipline else "all"
    rows = []
    for name, part in quarters(context.period):
        table = engine.compute(context.studio, part, QUARTERLY, as_of=min(part.end, context.as_of))
        held, expected, rate = (table.value(key, scope).value for key in QUARTERLY)
        rows.append([both(name), held, expected, Cell(rate, kind="percent")])
    return Table(
        [
            Column(_("Quarter"), width=2),
            Column(_("Held under a rule"), "count"),
            Column(_("Expected"), "count"),
            Column(_("Meeting rate"), "percent", unit="%"),
        ],
        rows,
        total=[both(_("Total")), *(context.figure(key) for key in QUARTERLY)],
        title=_("Meetings by quarter"),
    )


def quarters(period):
    """Name and days of each quarter that the period touches; at most the last three years of them."""
    found = []
    for year in range(max(period.start.year, period.end.year - 2), period.end.year + 1):
        for number in range(1, 5):
            quarter = Period.quarter(year, number)
            first, last = max(quarter.start, period.start), min(quarter.end, period.end)
            if first <= last:
                found.append((f"{year}-Q{number}", Period(first, last)))
    return found


def funds(context):
    """What was granted, spent and left; only the money of the years that the asking person may see."""
    if context.actor is not None and not context.actor.has_perm("funds.totals", context.studio):
        return
    yield Heading(_("Funds"))
    yield Figures(["funds.budget", "funds.fund_spend", "funds.balance", "funds.use_rate"])
    day = last_day(context)
    years = (context.period.start.year, context.period.end.year)
    found = context.visible(Fund).filter(year__range=years, opened_on__lte=day).with_balance(day)
    yield Table(
        [
            Column(_("Fund"), width=3),
            Column(_("Source"), width=1.6),
            Column(_("Year")),
            Column(_("Budget"), "money", unit=_("10,000 CNY")),
            Column(pgettext_lazy("money", "Spent"), "money", unit=_("10,000 CNY")),
            Column(_("Balance"), "money", unit=_("10,000 CNY")),
        ],
        [
            [
                Cell(named(one, "title"), url=one.get_absolute_url()),
                choice(one, "source"),
                str(one.year),
                one.budget,
                one.spent,
                one.balance,
            ]
            for one in found.select_related("studio")
        ],
        total=[
            both(_("Total")),
            None,
            None,
            context.figure("funds.budget"),
            context.figure("funds.fund_spend"),
            context.figure("funds.balance"),
        ],
        empty=_("No fund of these years was open for spending by the last day of the period."),
    )
    yield categories(context, day)


def categories(context, day) -> Table:
    """What the money of the period went to, by the day of the voucher."""
    spends = context.visible(Spend).approved().filter(spent_on__range=(context.period.start, day))
    known = SpendCategory.objects.in_bulk()
    return Table(
        [
            Column(_("Spending category"), width=3),
            Column(pgettext_lazy("money", "Spend"), "money", unit=_("10,000 CNY")),
        ],
        [[named(known[key]), total] for key, total in spends.by_category()],
        title=_("Spend by category"),
        total=[both(_("Total")), context.figure("funds.spend")],
        empty=_("No approved spend in this period."),
    )


def discipline_of(context, discipline):
    """A discipline's name, or cross-discipline."""
    return named(discipline) if discipline else context.label("cross")


concern(Concern("regulations.completeness", is_short, _("All required kinds in force and reviewed in time"), 80))
concern(Concern("regulations.read_rate", is_short, _("Read and confirmed by all who must"), 81))
concern(Concern("regulations.meeting_rate", is_short, _("Meetings as often as the rules ask for"), 82))
chapter(Chapter("regulations", _("Procedures and regulations"), 800, build))
