"""The chapters that belong to no function: the lead's words, the basic facts, the groups, the next focus."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from disciplines.choices import Position
from disciplines.models import Group, GroupMembership, LevelRecord
from studio.organisation.models import Base, Honour

from .basics import lead_on
from .blocks import Column, Facts, Figures, Heading, Note, Table, Text
from .figures import discipline_chart
from .problems import problems
from .registry import Chapter, chapter
from .self_assessment import self_assessment
from .sheet_chapters import declare
from .text import both, choice, joined, lazystr, named
from .texts import GROUPS

MOST_MEMBERS = 60  # of a group

FUNCTIONS = [
    _("employee training"),
    _("skills competition"),
    _("skills appraisal"),
    _("innovation and profit creation"),
    _("joint building and sharing"),
]


def only_words(context):
    """A chapter that holds nothing but the lead's own text."""
    return []


def basics(context):
    """Who the studio is: its mode and layout, its titles, its members."""
    studio, day = context.studio, context.as_of
    lead = lead_on(studio, day)
    yield Figures(["members", "honours"])
    yield Facts(
        [
            (_("Studio"), named(studio)),
            (_("Company"), named(studio.company)),
            (_("Studio lead"), named(lead) if lead else None),
            (_("Founded on"), studio.founded_on),
            (_("Construction mode"), studio.construction_mode),
            (_("Layout"), _layout(studio)),
            (_("Functions"), joined(FUNCTIONS)),
            (_("Coverage"), studio.coverage),
        ]
    )
    bases = [[named(base), base.purpose] for base in Base.objects.filter(studio=studio)]
    if bases:
        yield Heading(_("Bases"))
        yield Table([Column(_("Base"), width=2), Column(pgettext_lazy("base", "Purpose"), width=4)], bases)
    yield Heading(_("Titles and honours"))
    honours = Honour.objects.filter(studio=studio).in_force(day)
    yield Table(
        [
            Column(_("Title")),
            Column(_("Level")),
            Column(_("Year")),
            Column(_("Granted by")),
            Column(_("Valid until"), "date"),
        ],
        [
            [named(one, "title"), choice(one, "level"), str(one.year), one.granting_body, one.valid_until]
            for one in honours
        ],
        empty=_("No title or honour is recorded as valid on the last day of the period."),
    )


def _layout(studio):
    parts = [
        lazystr(lambda: _platforms(studio.platforms)) if studio.platforms else "",
        lazystr(lambda: _bases(studio.bases_planned)) if studio.bases_planned else "",
        both(_("%(count)s functions"), count=len(FUNCTIONS)),
    ]
    return joined(parts)


def _platforms(count):
    return ngettext("%(count)s platform", "%(count)s platforms", count) % {"count": count}


def _bases(count):
    return ngettext("%(count)s base", "%(count)s bases", count) % {"count": count}


def groups(context):
    """The discipline groups with their own words and their members."""
    inside = Q(studio=context.studio)
    if context.discipline:
        inside &= Q(discipline=context.discipline)
    found = list(Group.objects.filter(inside).in_force(context.as_of).select_related("discipline"))
    if not found:
        return
    members = {one.pk: _members(one, context.as_of) for one in found}
    levels = _levels(context)
    yield discipline_chart(context, "members")
    yield Table(
        [
            Column(_("Group")),
            Column(_("Discipline")),
            Column(_("Group leader")),
            Column(_("Deputies")),
            Column(_("Since"), "date"),
        ],
        [[named(one), named(one.discipline), *_leading(members[one.pk]), one.from_date] for one in found],
        title=_("Discipline groups"),
    )
    for one in found:
        yield Heading(named(one))
        if said := context.texts(GROUPS, one.discipline):
            yield Text(said)
        yield Table(
            [
                Column(pgettext_lazy("person", "Name")), Column(_("Position")), Column(_("Unit")), Column(_("Post")),
                Column(_("Skill level")), Column(_("Since"), "date"),
            ],
            [
                [
                    named(row.person), choice(row, "position"), named(row.person.unit), row.person.post,
                    levels.get(row.person_id), row.from_date,
                ]
                for row in members[one.pk][:MOST_MEMBERS]
            ],
            title=both(_("Members of %(group)s"), group=named(one)),
            empty=_("No members are recorded."),
        )  # fmt: skip
        if len(members[one.pk]) > MOST_MEMBERS:
            yield Note(both(_("The first %(most)s are listed; all of them stand in the product."), most=MOST_MEMBERS))


def _members(group, day) -> list:
    """Leaders first; one more than are listed, so that a report tells when it leaves some out."""
    rows = GroupMembership.objects.filter(group=group).in_force(day).leaders_first().select_related("person__unit")
    return list(rows[: MOST_MEMBERS + 1])


def _levels(context) -> dict:
    """The newest skill level of each person on the cut-off day."""
    reached = LevelRecord.objects.standing(context.as_of).filter(studio=context.studio, reached_on__lte=context.as_of)
    rows = reached.select_related("level")
    return {row.person_id: named(row.level) for row in rows.order_by("reached_on", "pk")}


def _leading(members) -> list:
    def people(position):
        return joined(named(row.person) for row in members if row.position == position) or None

    return [people(Position.LEADER), people(Position.DEPUTY)]


chapter(Chapter("foreword", _("The lead's words"), 50, only_words, description=_("Opens the report.")))
chapter(Chapter("basics", _("Basic facts"), 100, basics))
chapter(Chapter(GROUPS, _("Discipline groups"), 150, groups, written=False, description=_("One text for each group.")))
chapter(Chapter("self-assessment", _("Self-assessment"), 940, self_assessment))
chapter(Chapter("next", _("Problems and next steps"), 950, problems, description=_("What the studio works on next.")))
declare()
