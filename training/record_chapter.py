"""One person's training: totals, levels, and every session."""

from django.utils.translation import gettext_lazy as _

from disciplines.models import GroupMembership, LevelRecord
from studio.reports.blocks import Column, Facts, Heading, Table
from studio.reports.registry import Chapter, chapter
from studio.reports.text import choice, named
from training.models import Attendance


def build(context):
    """Who it is, what was attended in the period, and the levels reached until its end."""
    if context.subject is None:
        return
    rows = context.visible(Attendance).filter(person=context.subject).held_in(context.period, context.as_of)
    yield _person(context, rows.totals())
    yield Heading(_("Sessions"))
    yield _sessions(rows)
    yield Heading(_("Skill levels"))
    yield _levels(context)


def _person(context, totals) -> Facts:
    person, day = context.subject, context.as_of
    places = GroupMembership.objects.in_force(day).filter(studio=context.studio, person=person)
    place = places.select_related("group").first()
    return Facts(
        [
            (_("Person"), named(person)),
            (_("Unit"), named(person.unit)),
            (_("Post"), person.post),
            (_("Discipline group"), named(place.group) if place else None),
            (_("Sessions attended"), totals["sessions"]),
            (_("Class hours"), totals["hours"]),
            (_("Results recorded"), totals["results"]),
            (_("Passed"), totals["passed"]),
        ]
    )


def _sessions(rows) -> Table:
    listed = rows.select_related("session__course__discipline", "session__trainer")
    return Table(
        [
            Column(_("Date"), "date"),
            Column(_("Course"), width=3),
            Column(_("Trainer"), width=1.6),
            Column(_("Class hours"), "number"),
            Column(_("Attendance"), width=1.2),
            Column(_("Score"), "number"),
            Column(_("Passed"), width=0.9),
        ],
        [
            [
                row.session.held_on,
                named(row.session.course, "title"),
                named(row.session.trainer),
                row.session.class_hours,
                choice(row, "status"),
                row.score,
                row.passed,
            ]
            for row in listed
        ],
        empty=_("No session in this period."),
    )


def _levels(context) -> Table:
    reached = LevelRecord.objects.filter(studio=context.studio, person=context.subject, reached_on__lte=context.as_of)
    return Table(
        [
            Column(_("Reached on"), "date"),
            Column(_("Occupation"), width=2),
            Column(_("Skill level"), width=2),
            Column(_("Basis"), width=1.5),
            Column(_("Certificate number"), width=2),
        ],
        [
            [row.reached_on, named(row.occupation), named(row.level), choice(row, "basis"), row.certificate_number]
            for row in reached.select_related("occupation", "level").order_by("reached_on", "pk")
        ],
        empty=_("No skill level is recorded."),
    )


chapter(Chapter("training-record", _("Training record"), 200, build, reports={"training-record"}, written=False))
