"""Skills appraisal in the assessment briefing."""

from django.db.models import Subquery
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from appraisals.models import Batch, Candidate
from appraisals.promotions import earlier
from disciplines.models import LevelRecord, Occupation, SkillLevel
from studio.indicators import engine
from studio.reports.blocks import Cell, Column, Figures, Heading, Note, Table
from studio.reports.figures import discipline_chart, discipline_table
from studio.reports.registry import Chapter, chapter
from studio.reports.text import both, choice, named

MOST_LISTED = 200
HEADLINES = [
    "appraisals.promoted",
    "appraisals.candidates",
    "appraisals.pass_rate",
    "appraisals.batches",
]
ALL = [
    "appraisals.batches",
    "appraisals.candidates",
    "appraisals.decisions",
    "appraisals.passed",
    "appraisals.pass_rate",
    "appraisals.promoted",
]
PASSED, LEVEL = pgettext_lazy("appraisal", "Passed"), pgettext_lazy("skill", "Level")


def build(context):
    """Headline figures, the disciplines, the batches, who passed by level and occupation, and the promoted by name."""
    yield Figures(HEADLINES)
    yield Heading(_("By discipline"))
    yield discipline_table(context, ALL)
    if context.figure("appraisals.candidates"):
        yield discipline_chart(context, "appraisals.candidates")
    yield Heading(_("Batches examined"))
    yield from batches(context)
    yield Heading(_("Passed by occupation and level"))
    yield passed(context)
    yield Heading(_("Members promoted"))
    yield from promoted(context)


def batches(context):
    """The batches of the period in the order of their exam days."""
    days = (context.period.start, last_day(context))
    rows = context.visible(Batch).filter(examined_on__range=days).with_heads()
    rows = rows.select_related("studio", "occupation", "level").order_by("examined_on", "pk")
    listed = [
        [
            one.examined_on,
            Cell(named(one, "title"), url=one.get_absolute_url()),
            named(one.occupation),
            named(one.level),
            one.accepted,
            one.passed,
            choice(one, "state"),
        ]
        for one in rows[: MOST_LISTED + 1]
    ]
    columns = [
        Column(_("Exam day"), "date"),
        Column(_("Batch"), width=3),
        Column(_("Occupation"), width=1.8),
        Column(LEVEL, width=1.6),
        Column(_("Candidates"), "count"),
        Column(PASSED, "count"),
        Column(_("State"), width=1.2),
    ]
    yield from cut(columns, listed, _("No batch was examined in this period."))


def passed(context) -> Table:
    """Decisions of the period per occupation and level asked for."""
    decided = context.visible(Candidate).filter(batch__decided_on__range=(context.period.start, last_day(context)))
    occupations, levels = Occupation.objects.in_bulk(), SkillLevel.objects.in_bulk()
    counted = [
        (occupations[row["batch__occupation"]], levels[row["batch__level"]], row["found"], row["passed"])
        for row in decided.by_occupation_and_level()
    ]
    counted.sort(key=lambda row: (row[0].discipline_id or 0, row[0].pk, row[1].step))
    columns = [
        Column(_("Occupation"), width=2.4),
        Column(LEVEL, width=2),
        Column(_("Candidates decided on"), "count"),
        Column(PASSED, "count"),
    ]
    rows = [[named(occupation), named(level), found, number] for occupation, level, found, number in counted]
    total = [both(_("Total")), None, context.figure("appraisals.decisions"), context.figure("appraisals.passed")]
    return Table(columns, rows, total=total if rows else None, empty=_("Nobody was decided on in this period."))


def promoted(context):
    """Each promotion by name: from which level to which."""
    rows = engine.rows("appraisals.promoted", context.studio, context.period, context.discipline, context.as_of)
    if context.actor is not None:
        rows = rows.filter(pk__in=context.visible(LevelRecord).values("pk"))
    before = earlier(last_day(context)).order_by("-level__step", "pk").values("level")[:1]
    rows = rows.annotate(level_before=Subquery(before)).select_related("person", "occupation", "level")
    levels = SkillLevel.objects.in_bulk()
    listed = [
        [
            one.reached_on,
            named(one.person),
            named(one.occupation),
            named(levels[one.level_before]),
            named(one.level),
            choice(one, "basis"),
        ]
        for one in rows.order_by("reached_on", "person__sort_key", "pk")[: MOST_LISTED + 1]
    ]
    columns = [
        Column(_("Reached on"), "date"),
        Column(_("Person"), width=1.6),
        Column(_("Occupation"), width=2),
        Column(_("Level before"), width=1.8),
        Column(_("Level reached"), width=1.8),
        Column(_("Basis"), width=1.6),
    ]
    yield from cut(columns, listed, _("No member reached a higher level in this period."))


def cut(columns, rows, empty):
    """The first rows, and a remark when there are more."""
    yield Table(columns, rows[:MOST_LISTED], empty=empty)
    if len(rows) > MOST_LISTED:
        yield Note(both(_("The first %(most)s are listed; all of them stand in the product."), most=MOST_LISTED))


def last_day(context):
    """The last day that counts."""
    return min(context.period.end, context.as_of)


chapter(Chapter("appraisals", _("Skills appraisal"), 400, build))
