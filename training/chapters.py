"""Employee training in the assessment briefing and in the year book; the other reports' chapters stand beside it."""

from django.utils.translation import gettext_lazy as _

from studio.reports.blocks import Column, Figures, Heading, Note, Table
from studio.reports.figures import discipline_chart, discipline_table, month_chart
from studio.reports.registry import Chapter, Concern, chapter, concern, is_short
from studio.reports.text import both, named
from training import record_chapter, yearbook_chapters
from training.models import Session

MOST_LISTED = 200

HEADLINES = [
    "training.sessions_held",
    "training.person_times",
    "training.persons_trained",
    "training.class_hours",
    "training.person_hours",
    "training.pass_rate",
    "training.plan_completion",
]
PLAN = ["training.plan_lines", "training.sessions_planned", "training.plan_sessions_held", "training.plan_completion"]
ACTUAL = [
    "training.sessions_held",
    "training.class_hours",
    "training.person_times",
    "training.persons_trained",
    "training.person_hours",
    "training.pass_rate",
]


def build(context):
    """Headline figures, plan and actual by discipline, the year month by month, and the sessions held."""
    yield Figures(HEADLINES)
    yield Heading(_("Plan and actual"))
    yield discipline_table(context, PLAN)
    yield Heading(_("What was held"))
    yield discipline_table(context, ACTUAL)
    if context.figure("training.sessions_held"):
        yield discipline_chart(context, "training.person_times")
        yield month_chart(context, "training.sessions_held")
    yield Heading(_("Sessions held"))
    yield from sessions_held(context)


def sessions_held(context):
    """The sessions of the period in the order of their days."""
    held = context.visible(Session).held_in(context.period, context.as_of).with_heads()
    rows = held.select_related("course__discipline", "trainer").order_by("held_on", "pk")
    listed = [_row(context, session) for session in rows[: MOST_LISTED + 1]]
    columns = [
        Column(_("Date"), "date"),
        Column(_("Course"), width=2.7),
        Column(_("Discipline"), width=2),
        Column(_("Trainer"), width=1.8),
        Column(_("Class hours"), "number"),
        Column(_("Present"), "count"),
    ]
    yield Table(columns, listed[:MOST_LISTED], empty=_("No session was held in this period."))
    if len(listed) > MOST_LISTED:
        yield Note(
            both(_("The first %(most)s sessions are listed; all of them stand in the product."), most=MOST_LISTED)
        )


def _row(context, session):
    discipline = session.course.discipline
    return [
        session.held_on,
        named(session.course, "title"),
        named(discipline) if discipline else context.label("cross"),
        named(session.trainer),
        session.class_hours,
        session.came,
    ]


concern(Concern("training.plan_completion", is_short, _("The year's plan held in full"), 20))
chapter(Chapter("training", _("Employee training"), 200, build, reports={"assessment-briefing", "training-yearbook"}))

__all__ = ["record_chapter", "yearbook_chapters"]
