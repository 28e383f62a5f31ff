"""Figures of regulations, meetings and duties and funds."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.indicators.registry import Contribution, Figure, Ratio, Sum, figures
from studio.regulations.expected import asked_between, expected_meetings
from studio.regulations.models import Duty, Fund, Meeting, MeetingRule, RegulationVersion, RequiredKind, Spend
from studio.regulations.querysets import balance_on, confirmed_by, readers_of
from studio.regulations.standing import holds, kept, lasts, reviewed, under_rule

AREA = "regulations"
VERSIONS, REQUIRED = "regulations:version_list", "regulations:required_list"
MEETINGS, RULES = "regulations:meeting_list", "regulations:rule_list"
FUNDS, SPENDS = "regulations:fund_list", "regulations:spend_list"
COUNTED = Q(approved_on__isnull=False, voided_on__isnull=True)


def last_day(period, as_of):
    return min(period.end, as_of)


def of_years(period, as_of, fund="") -> Q:
    """Funds of the years the period touches, open for spending by its last day; ``fund`` leads to the fund."""
    years = (period.start.year, period.end.year)
    return Q((f"{fund}year__range", years), (f"{fund}opened_on__lte", last_day(period, as_of)))


def spent_of_years(period, as_of) -> Q:
    """Approved spends of those funds up to the last day."""
    return COUNTED & of_years(period, as_of, "fund__") & Q(spent_on__lte=last_day(period, as_of))


def required(key, label, definition, where) -> Figure:
    """A number of required kinds on the last day."""
    return Figure(
        f"regulations.{key}",
        label=label,
        unit=pgettext_lazy("unit", "kinds"),
        definition=definition,
        kind="stock",
        model=RequiredKind,
        where=where,
        area=AREA,
        list=REQUIRED,
    )


def reads(key, label, definition, expression) -> Figure:
    """A number of readers, added over the versions in force on the last day."""
    return Figure(
        f"regulations.{key}",
        label=label,
        unit=pgettext_lazy("unit", "readings"),
        definition=definition,
        kind="stock",
        model=RegulationVersion,
        where=lambda period, day: holds(day),
        measure=Contribution(lambda period, as_of: expression(last_day(period, as_of))),
        area=AREA,
        list=VERSIONS,
    )


def money(key, label, definition, model, kind="expected", **values) -> Figure:
    """A sum of money."""
    return Figure(
        f"funds.{key}",
        label=label,
        unit=_("CNY"),
        definition=definition,
        kind=kind,
        model=model,
        area="funds",
        format="money",
        **values,
    )


figures.declare(
    Figure(
        "regulations.in_force",
        label=_("Regulations in force"),
        unit=pgettext_lazy("unit", "regulations"),
        definition=_(
            "Regulations with a version in force on the last day of the period: effective by then, and neither "
            "replaced nor abolished by then. A regulation has one version in force at a time."
        ),
        kind="stock",
        model=RegulationVersion,
        where=lambda period, day: holds(day),
        area=AREA,
        list=VERSIONS,
    ),
    required(
        "required",
        _("Required kinds"),
        _("Kinds of regulation that the studio must keep on the last day of the period."),
        lambda period, day: lasts(day),
    ),
    required(
        "required_missing",
        _("Required kinds missing"),
        _("Required kinds of which no regulation is in force on the last day of the period."),
        lambda period, day: lasts(day) & ~Q(kept(day)),
    ),
    required(
        "required_overdue",
        _("Required kinds overdue for review"),
        _(
            "Required kinds of which regulations are in force on the last day of the period, but the review of each of "
            "them was due before that day, as far as was known then."
        ),
        lambda period, day: lasts(day) & Q(kept(day)) & ~Q(kept(day, reviewed(day))),
    ),
    required(
        "required_complete",
        _("Required kinds complete"),
        _("Required kinds of which a regulation is in force on the last day of the period and not overdue for review."),
        lambda period, day: lasts(day) & Q(kept(day, reviewed(day))),
    ),
    Figure(
        "regulations.completeness",
        label=_("Completeness of regulations"),
        unit="%",
        definition=_(
            "Required kinds complete ÷ required kinds, on the last day of the period. Complete means a version in "
            "force whose review is not overdue. Where nothing is required there is no data."
        ),
        kind="stock",
        measure=Ratio("regulations.required_complete", "regulations.required"),
        area=AREA,
        format="percent",
    ),
    reads(
        "reads_confirmed",
        _("Readings confirmed"),
        _(
            "For each version in force on the last day of the period, the members of that day who had confirmed by "
            "then that they have read it; added over the versions."
        ),
        confirmed_by,
    ),
    reads(
        "reads_asked",
        _("Readings asked for"),
        _("Versions in force on the last day of the period × the members of the studio on that day."),
        readers_of,
    ),
    Figure(
        "regulations.read_rate",
        label=_("Read rate"),
        unit="%",
        definition=_("Readings confirmed ÷ readings asked for, on the last day of the period."),
        kind="stock",
        measure=Ratio("regulations.reads_confirmed", "regulations.reads_asked"),
        area=AREA,
        format="percent",
    ),
    Figure(
        "regulations.duties",
        label=_("Duties in force"),
        unit=pgettext_lazy("unit", "duties"),
        definition=_("Duties given to a person that hold on the last day of the period."),
        kind="stock",
        model=Duty,
        start="from_date",
        end="to_date",
        discipline="discipline",
        area=AREA,
        list="regulations:duty_list",
    ),
    Figure(
        "regulations.meetings_held",
        label=_("Meetings held"),
        unit=pgettext_lazy("unit", "meetings"),
        definition=_("Meetings of every kind by the day they were held, asked for by a rule or not."),
        kind="flow",
        model=Meeting,
        date="held_on",
        discipline="discipline",
        area=AREA,
        list=MEETINGS,
    ),
    Figure(
        "regulations.rule_meetings_held",
        label=_("Meetings held under a rule"),
        unit=pgettext_lazy("unit", "meetings"),
        definition=_(
            "Meetings held in the period whose kind and discipline a meeting rule asked for on the day they took place."
        ),
        kind="flow",
        model=Meeting,
        where=under_rule(),
        date="held_on",
        discipline="discipline",
        area=AREA,
        list=MEETINGS,
    ),
    Figure(
        "regulations.meetings_expected",
        label=_("Meetings expected"),
        unit=pgettext_lazy("unit", "meetings"),
        definition=_(
            "Meetings that the rules ask for: so many times the months (quarters, years) that end in the period while "
            "the rule holds. They fall due on the last day of each month, quarter or year, so that any two dates give "
            "a whole number and neighbouring periods add up."
        ),
        kind="expected",
        model=MeetingRule,
        where=asked_between,
        discipline="discipline",
        measure=Contribution(expected_meetings),
        area=AREA,
        list=RULES,
    ),
    Figure(
        "regulations.meeting_rate",
        label=_("Meeting rate"),
        unit="%",
        definition=_(
            "Meetings held under a rule ÷ meetings expected. More meetings than asked for give more than 100 %; "
            "where none is expected there is no data."
        ),
        kind="expected",
        measure=Ratio("regulations.rule_meetings_held", "regulations.meetings_expected"),
        area=AREA,
        format="percent",
    ),
    money(
        "budget",
        _("Fund budget"),
        _(
            "The whole budgets of the funds of every year the period touches, open for spending by the last day of "
            "the period. Drafts do not count."
        ),
        Fund,
        where=of_years,
        discipline="discipline",
        measure=Sum("budget"),
        list=FUNDS,
    ),
    money(
        "spend",
        pgettext_lazy("money", "Spend"),
        _("Approved spends by the day of their voucher, from whichever fund. What was declared void does not count."),
        Spend,
        kind="flow",
        where=COUNTED,
        date="spent_on",
        discipline="fund__discipline",
        measure=Sum("amount"),
        list=SPENDS,
    ),
    money(
        "fund_spend",
        _("Spend of these funds"),
        _(
            "Approved spends from the funds of every year the period touches, up to the last day of the period. "
            "What was declared void does not count."
        ),
        Spend,
        where=spent_of_years,
        discipline="fund__discipline",
        measure=Sum("amount"),
        list=SPENDS,
    ),
    money(
        "balance",
        _("Fund balance"),
        _(
            "Budget − approved spends up to the last day of the period, added over the funds of every year the "
            "period touches that were open for spending by then."
        ),
        Fund,
        where=of_years,
        discipline="discipline",
        measure=Contribution(lambda period, as_of: balance_on(last_day(period, as_of)), places=2),
        list=FUNDS,
    ),
    Figure(
        "funds.use_rate",
        label=_("Use of funds"),
        unit="%",
        definition=_(
            "Spend of these funds ÷ fund budget: of the funds of every year the period touches, the part spent by "
            "the last day of the period. Without a budget there is no data."
        ),
        kind="expected",
        measure=Ratio("funds.fund_spend", "funds.budget"),
        area="funds",
        format="percent",
    ),
)
