"""Skills competition in the assessment briefing."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competitions.choices import CompetitionLevel
from competitions.models import Competition, Result
from studio.reports.blocks import Cell, Chart, Column, Figures, Heading, Note, Series, Table
from studio.reports.figures import discipline_chart, discipline_table
from studio.reports.registry import Chapter, chapter
from studio.reports.text import Both, both, choice, joined, named

MOST_LISTED = 200

HEADLINES = [
    "competitions.organised",
    "competitions.attended",
    "competitions.entrants",
    "competitions.awards",
]
BY_DISCIPLINE = [
    "competitions.organised",
    "competitions.attended",
    "competitions.events",
    "competitions.entrants",
    "competitions.people",
    "competitions.awards",
]
PRIZES = ["competitions.awards_first", "competitions.awards_second", "competitions.awards_third"]


def build(context):
    """Headline figures, by discipline, the competitions of the period, awards by level and by name."""
    yield Figures(HEADLINES)
    yield Heading(_("By discipline"))
    yield discipline_table(context, BY_DISCIPLINE)
    if context.figure("competitions.entrants"):
        yield discipline_chart(context, "competitions.entrants")
    yield Heading(_("Competitions organised and attended"))
    yield from competitions_held(context)
    yield Heading(_("Awards by level"))
    yield from awards_by_level(context)
    yield Heading(_("Awards and titles"))
    yield from awards_by_name(context)


def competitions_held(context):
    """The competitions of the period in the order of their days."""
    rows = context.visible(Competition).held_in(context.period, context.as_of).with_counts()
    listed = [_competition(context, one) for one in rows.select_related("discipline", "studio")[: MOST_LISTED + 1]]
    columns = [
        Column(_("Date"), "date"),
        Column(_("Competition"), width=3.4),
        Column(_("Kind"), width=1.6),
        Column(_("Level"), width=1.1),
        Column(_("Discipline"), width=1.4),
        Column(_("Organiser"), width=2.2),
        Column(pgettext_lazy("competition", "Events"), "count"),
        Column(_("Entrants"), "count"),
    ]
    yield Table(columns, listed[:MOST_LISTED], empty=_("No competition was held or attended in this period."))
    yield from _cut(listed)


def _competition(context, one):
    return [
        one.held_on,
        Cell(named(one, "title"), url=one.get_absolute_url()),
        choice(one, "kind"),
        choice(one, "level"),
        named(one.discipline) if one.discipline else context.label("cross"),
        one.organiser,
        one.event_count,
        one.entrant_count,
    ]


def awards_by_level(context):
    """One line and one bar per level, each a link to its awards."""
    levels = [(both(level.label), context.figure(f"competitions.awards_{level.value}")) for level in CompetitionLevel]
    total = context.figure("competitions.awards")
    yield Table(
        [Column(_("Level"), width=3), Column(_("Awards"), "count")],
        [list(pair) for pair in levels],
        total=[both(_("Total")), total],
    )
    if total:
        yield Chart(
            "bar",
            _("Awards by level"),
            categories=[label for label, _figure in levels],
            series=[Series(total.label, [figure.value for _label, figure in levels])],
            unit=total.unit,
        )
    yield discipline_table(context, PRIZES)


def awards_by_name(context):
    """Awards of the period with the people who won them, and the titles that came with them."""
    given = context.visible(Result).awarded_in(context.period, context.as_of)
    rows = given.select_related("studio", "entry__event__competition").prefetch_related("entry__entrants__person")
    listed = [_award(one) for one in rows[: MOST_LISTED + 1]]
    columns = [
        Column(_("Date"), "date"),
        Column(pgettext_lazy("competition", "Who"), width=2.6),
        Column(_("Competition"), width=3),
        Column(pgettext_lazy("competition", "Event"), width=2.2),
        Column(_("Level"), width=1.1),
        Column(_("Award"), width=1.3),
        Column(_("Technical expert"), width=1.3),
    ]
    yield Table(columns, listed[:MOST_LISTED], empty=_("No award was given in this period."))
    yield from _cut(listed)


def _award(result):
    event = result.entry.event
    return [
        result.awarded_on,
        Cell(people(result.entry), url=result.get_absolute_url()),
        named(event.competition, "title"),
        named(event, "title"),
        choice(event.competition, "level"),
        choice(result, "award"),
        choice(result, "expert_level"),
    ]


def people(entry) -> Both:
    """Everybody's name, behind the name of a team."""
    names = joined([named(one.person) if one.person_id else one.guest for one in entry.entrants.all()])
    return (
        both(pgettext_lazy("competition", "%(team)s: %(people)s"), team=entry.team_name, people=names)
        if entry.team_name
        else names
    )


def _cut(listed):
    if len(listed) > MOST_LISTED:
        yield Note(both(_("The first %(most)s are listed; all of them stand in the product."), most=MOST_LISTED))


chapter(Chapter("competitions", _("Skills competition"), 300, build))
