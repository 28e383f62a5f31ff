"""Innovation and profit creation in the briefing and in the benefit report; the claims' chapter stands beside it."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innovations import benefit_chapter
from innovations.choices import ProjectState
from innovations.models import InnovationKind, Project, Result, Transformation
from studio.reports.blocks import Cell, Chart, Column, Figures, Heading, Note, Table
from studio.reports.figures import change_table, discipline_chart, discipline_table, month_chart, periods
from studio.reports.registry import Chapter, Concern, chapter, concern, is_short
from studio.reports.text import both, choice, named

HEADLINES = ["innovations.proposals", "innovations.results_accepted", "innovations.transformation_rate"]
BENEFIT = ["innovations.benefit_claimed", "innovations.benefit_confirmed"]
PROPERTY = [
    "innovations.patents_invention",
    "innovations.patents_utility",
    "innovations.patents_design",
    "innovations.software_copyrights",
    "innovations.papers",
    "innovations.standards",
]


def build(context):
    """Figures, projects by state, results by type, property against the period before, transformation and benefit."""
    yield Figures([*HEADLINES, "innovations.benefit_confirmed"])
    yield Heading(_("By discipline"))
    yield discipline_table(context, [*HEADLINES, "innovations.projects_concluded", "innovations.results_transformed"])
    yield month_chart(context, "innovations.proposals")
    yield from projects(context)
    yield from results(context)
    yield from properties(context)
    yield from transformations(context)
    yield from benefits(context)


def projects(context):
    """Every project of the period with its state on the cut-off day."""
    yield Heading(_("Projects by state"))
    alive = context.visible(Project).alive_in(context.period, context.as_of)
    counts = alive.count_by_state()
    shown = [state for state in ProjectState if state != ProjectState.DRAFT]
    yield Table(
        [Column(_("State"), width=3), Column(_("Projects"), "count")],
        [[both(state.label), counts.get(state.value, 0)] for state in shown],
    )
    labels = dict(ProjectState.choices)
    yield Table(
        [
            Column(_("Project"), width=4),
            Column(_("Discipline"), width=1.6),
            Column(_("Leader"), width=1.4),
            Column(_("Started"), "date"),
            Column(pgettext_lazy("date", "Concluded"), "date"),
            Column(_("State"), width=1.2),
        ],
        [
            [
                Cell(named(one, "title"), url=one.get_absolute_url()),
                discipline_of(context, one.discipline),
                named(one.leader),
                one.started_on,
                one.concluded_on,
                both(labels[one.state_then]),
            ]
            for one in alive.select_related("studio", "discipline", "leader").order_by("state_then", "started_on", "pk")
        ],
        empty=_("No project was approved or under way in this period."),
    )


def results(context):
    """Results accepted in the period by type."""
    yield Heading(_("Results by type"))
    accepted = context.visible(Result).accepted_in(context.period, context.as_of)
    kinds = InnovationKind.objects.in_bulk()
    yield Table(
        [
            Column(_("Type"), width=3),
            Column(_("Results accepted"), "count"),
            Column(_("Of these transformed"), "count"),
        ],
        [[named(kinds[kind]), made, used] for kind, made, used in accepted.count_by_kind(context.as_of)],
        total=[
            both(_("Total")),
            context.figure("innovations.results_accepted"),
            context.figure("innovations.results_transformed"),
        ],
        empty=_("No result was accepted in this period."),
    )
    yield discipline_chart(context, "innovations.results_accepted")


def properties(context):
    """Patents, copyrights, papers and standards, against the period before where there is one."""
    yield Heading(_("Intellectual property"))
    found = [context.figure(key) for key in PROPERTY]
    yield change_table(context, PROPERTY)
    yield Chart(
        "bar",
        _("Intellectual property by type"),
        categories=[one.label for one in found],
        series=periods(context, found),
        unit=_("items"),
    )


def transformations(context):
    """Where the results accepted in the window are in use by the cut-off."""
    yield Heading(_("Transformation of innovation results"))
    rate = context.figure("innovations.transformation_rate")
    yield Note(
        both(
            _("Window: results accepted from %(start)s to %(end)s. Cut-off: in use by %(day)s. %(part)s of %(whole)s."),
            start=context.period.start,
            end=context.period.end,
            day=context.as_of,
            part=rate.numerator or 0,
            whole=rate.denominator or 0,
        )
    )
    accepted = context.visible(Result).accepted_in(context.period, context.as_of)
    uses = Transformation.objects.standing().filter(result__in=accepted, since__lte=context.as_of)
    uses = uses.select_related("studio", "result__project__discipline").order_by("since", "pk")
    yield Table(
        [
            Column(_("Result"), width=4),
            Column(_("Discipline"), width=1.6),
            Column(_("Applied where"), width=2.4),
            Column(_("In use since"), "date"),
            Column(_("Form"), width=1.6),
        ],
        [
            [
                Cell(named(one.result, "title"), url=one.get_absolute_url()),
                discipline_of(context, one.result.project.discipline),
                named(one, "unit"),
                one.since,
                choice(one, "form"),
            ]
            for one in uses
        ],
        empty=_("No result of this window is in use by the cut-off day."),
    )


def benefits(context):
    """Benefit claimed and confirmed, by discipline."""
    yield Heading(_("Benefit"))
    yield Note(_("A benefit belongs to the period in which its effect starts. Only what finance confirmed is proved."))
    yield discipline_table(context, BENEFIT)
    yield discipline_chart(context, "innovations.benefit_confirmed")


def discipline_of(context, discipline):
    """A discipline's name, or cross-discipline."""
    return named(discipline) if discipline else context.label("cross")


REPORTS = {"assessment-briefing", "innovation-benefit"}
concern(Concern("innovations.transformation_rate", is_short, _("Every accepted result in use"), 50))
chapter(Chapter("innovations", _("Innovation and profit creation"), 500, build, reports=REPORTS))

__all__ = ["benefit_chapter"]
