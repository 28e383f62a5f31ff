"""The chapters that belong to no function: the lead's words, the basic facts, the groups, the next focus."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disciplines.choices import Position
from disciplines.models import Group, GroupMembership
from studio.organisation.models import Base, Honour

from .basics import lead_on
from .blocks import Column, Facts, Heading, Table, Text
from .registry import Chapter, chapter
from .text import both, choice, joined, named
from .texts import GROUPS

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
        yield Table([Column(_("Base"), width=1), Column(_("Purpose"), width=2)], bases)
    yield Heading(_("Titles and honours"))
    honours = Honour.objects.filter(studio=studio).in_force(day)
    yield Table(
        [
            Column(_("Title"), width=4),
            Column(_("Level"), width=1.2),
            Column(_("Year"), width=0.8),
            Column(_("Granted by"), width=2.4),
            Column(_("Valid until"), "date", width=1.3),
        ],
        [
            [named(one, "title"), choice(one, "level"), str(one.year), one.granting_body, one.valid_until]
            for one in honours
        ],
        empty=_("No title or honour is recorded as valid on the last day of the period."),
    )


def _layout(studio):
    parts = [
        both(_("%(count)s platform(s)"), count=studio.platforms) if studio.platforms else None,
        both(_("%(count)s base(s)"), count=studio.bases_planned) if studio.bases_planned else None,
        both(_("%(count)s functions"), count=len(FUNCTIONS)),
    ]
    return joined(part for part in parts if part)


def groups(context):
    """The discipline groups with their own words and their members."""
    inside = Q(studio=context.studio)
    if context.discipline:
        inside &= Q(discipline=context.discipline)
    found = list(Group.objects.filter(inside).in_force(context.as_of).select_related("discipline"))
    if not found:
        return
    members = _members(found, context.as_of)
    yield Table(
        [
            Column(_("Group"), width=2.4),
            Column(_("Discipline"), width=2),
            Column(_("Leader"), width=1.6),
            Column(_("Deputies"), width=2),
            Column(_("Since"), "date", width=1.2),
        ],
        [
            [named(one), named(one.discipline), *_leading(members[one.pk]), one.from_date] for one in found
        ],
        title=_("Discipline groups"),
    )
    for one in found:
        yield Heading(named(one))
        if said := context.texts(GROUPS, one.discipline):
            yield Text(said)
        yield Table(
            [Column(_("Name"), width=1.6), Column(_("Position"), width=1.6), Column(_("Unit"), width=2.4),
             Column(_("Post"), width=2.4), Column(_("Since"), "date", width=1.2)],
            [
                [named(row.person), choice(row, "position"), named(row.person.unit), row.person.post, row.from_date]
                for row in members[one.pk]
            ],
            title=both(_("Members of %(group)s"), group=named(one)),
            empty=_("No members are recorded."),
        )  # fmt: skip


def _members(found, day) -> dict:
    order = {Position.LEADER: 0, Position.DEPUTY: 1, Position.MEMBER: 2}
    rows = GroupMembership.objects.filter(group__in=found).in_force(day).select_related("person__unit")
    members = {one.pk: [] for one in found}
    for row in sorted(rows, key=lambda row: (order[row.position], row.person.sort_key, row.pk)):
        members[row.group_id].append(row)
    return members


def _leading(members) -> list:
    def people(position):
        return joined(named(row.person) for row in members if row.position == position) or None

    return [people(Position.LEADER), people(Position.DEPUTY)]


chapter(Chapter("foreword", _("The lead's words"), 50, only_words, description=_("Opens the report.")))
chapter(Chapter("basics", _("Basic facts"), 100, basics))
chapter(Chapter(GROUPS, _("Discipline groups"), 150, groups, written=False, description=_("One text for each group.")))
chapter(Chapter("next", _("Next focus"), 950, only_words, description=_("What the studio works on next.")))
