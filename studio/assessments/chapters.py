"""The chapter of the briefing about visits and what came of them."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.assessments.choices import Party
from studio.assessments.models import Comment, ImprovementAction, Topic, Visit
from studio.kit.addresses import studio_reverse
from studio.reports.blocks import Cell, Column, Facts, Figures, Heading, Note, Table
from studio.reports.figures import change_table
from studio.reports.registry import Chapter, Concern, chapter, concern, is_any
from studio.reports.text import both, choice, joined, named

HEADLINES = ["assessments.visits", "assessments.requests_open", "assessments.requests_closed"]


def build(context):
    """Visits of the period, those without a date, what was asked for and what is done about it."""
    yield Figures(HEADLINES)
    if context.before:  # Without one the numbers above say it all.
        yield Heading(_("Against the period before"))
        yield change_table(context, [*HEADLINES, "assessments.actions_overdue"])
    visits = context.visible(Visit).prefetch_related("people", "agenda", "comments__topic")
    period = context.period
    for visit in visits.filter(held_on__range=(period.start, min(period.end, context.as_of))).order_by("held_on", "pk"):
        yield from of_visit(visit)
    undated = list(visits.undated().order_by("pk"))
    if undated:
        yield Heading(_("No date recorded"))
        yield Note(_("These visits are recorded without their year. They are listed and not counted."))
        for visit in undated:
            yield from of_visit(visit, level=3)
    yield Heading(_("Improvement actions"))
    yield improvement_table(context)


def of_visit(visit, level: int = 2):
    """One visit: facts, who came, what was said in which order, and the comments by topic."""
    known = visit.held_on or both(visit_day(visit))
    yield Heading(both(_("%(kind)s, %(day)s"), kind=choice(visit, "kind"), day=both(known)), level=level)
    yield Facts(
        [
            (_("Visitors"), named(visit, "assessed_by")),
            (_("Purpose"), named(visit, "purpose")),
        ]
    )
    if people := sorted(visit.people.all(), key=lambda one: (Party.values.index(one.party), one.order)):
        yield Table(
            [
                Column(_("Present as")),
                Column(pgettext_lazy("person", "Name")),
                Column(_("Unit and post"), width=4),
                Column(_("Part")),
            ],
            [
                person_row(person)
                for person in sorted(people, key=lambda one: (Party.values.index(one.party), one.order))
            ],
            title=_("People present"),
        )
    if agenda := list(visit.agenda.all()):
        yield Table(
            [Column(_("Speaker"), width=2), Column(_("What happened"), width=5)],
            [[named(item, "speaker"), named(item, "text")] for item in agenda],
            title=_("Agenda"),
        )
    if comments := list(visit.comments.all()):
        yield comment_table(comments)


def visit_day(visit):
    """The known part of a date without a year, as text of both languages."""
    if visit.month is None:
        return _("no date recorded")
    known = f"{visit.month:02}" if visit.day is None else f"{visit.month:02}-{visit.day:02}"
    return both(_("%(day)s (year not recorded)"), day=known)


def person_row(person):
    """One row of the people present."""
    standing = joined([named(person, "unit"), named(person, "post"), named(person, "rank")])
    return [choice(person, "party"), named(person), standing, named(person, "part")]


def comment_table(comments: list[Comment]) -> Table:
    """Comments ordered by topic, as the topics are."""
    order = {topic.pk: number for number, topic in enumerate(Topic.objects.all())}
    ordered = sorted(comments, key=lambda one: (order[one.topic_id], one.order, one.pk))
    return Table(
        [Column(_("Topic"), width=2), Column(_("Kind")), Column(_("Said by"), width=1.5), Column(_("Gist"), width=4)],
        [[named(one.topic), choice(one, "kind"), named(one, "given_by"), named(one, "gist")] for one in ordered],
        title=_("Comments by topic"),
    )


def improvement_table(context) -> Table:
    """Actions that answer requests still open at some time in the period, or requests whose day is not recorded."""
    raised = Q(request__raised_on__isnull=True) | Q(request__raised_on__lte=context.as_of)
    not_closed_before = Q(request__closed_on__isnull=True) | Q(request__closed_on__gte=context.period.start)
    actions = context.visible(ImprovementAction).filter(raised & not_closed_before)
    return Table(
        [
            Column(_("Request"), width=2),
            Column(_("What is done"), width=3),
            Column(_("Owner"), width=1.5),
            Column(_("Due"), "date"),
            Column(_("State"), width=1.2),
        ],
        [
            action_row(action, context)
            for action in actions.select_related("owner", "request__topic").order_by("due_on", "pk")
        ],
        empty=_("No improvement action answers a request of this period."),
    )


def action_row(action, context) -> list:
    """Request, action with its link, owner, due day and the state it had on the cut-off day."""
    url = studio_reverse(context.studio, "assessments:action_detail", pk=action.pk)
    return [
        named(action.request.topic),
        Cell(named(action, "title"), url=url),
        named(action.owner),
        action.due_on,
        action.state_on(context.as_of).label,
    ]


concern(Concern("assessments.requests_open", is_any, _("None: each request closed with proof"), 90))
concern(Concern("assessments.actions_overdue", is_any, _("None: each action done by its due day"), 91))
chapter(Chapter("visits", _("Visits, comments and improvement actions"), 900, build))
