"""The year book's tables: by course, by trainer, and person by person."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.models import Person
from studio.reports.blocks import Column, Table
from studio.reports.registry import Chapter, chapter
from studio.reports.text import named
from training.models import Attendance, Course, Session

YEARBOOK = {"training-yearbook"}


def courses(context):
    """How often each course was held."""
    held = list(context.visible(Session).held_in(context.period, context.as_of).by_course())
    known = Course.objects.select_related("discipline").in_bulk([row[0] for row in held])
    yield Table(
        [Column(_("Course"), width=4), Column(_("Discipline"), width=1.8), *_sums()],
        [
            [named(known[pk], "title"), _discipline(context, known[pk].discipline), sessions, hours]
            for pk, sessions, hours in held
        ],
        empty=_("No session was held in this period."),
    )


def trainers(context):
    """How much each trainer gave."""
    held = list(context.visible(Session).held_in(context.period, context.as_of).by_trainer())
    known = Person.objects.select_related("unit").in_bulk([row[0] for row in held])
    yield Table(
        [Column(_("Trainer"), width=2), Column(_("Unit"), width=3), *_sums()],
        [[named(known[pk]), named(known[pk].unit), sessions, hours] for pk, sessions, hours in held],
        empty=_("No session was held in this period."),
    )


def people(context):
    """What each person attended."""
    rows = list(context.visible(Attendance).held_in(context.period, context.as_of).by_person())
    known = Person.objects.select_related("unit").in_bulk([row[0] for row in rows])
    yield Table(
        [
            Column(_("Person"), width=2),
            Column(_("Unit"), width=3),
            *_sums(),
            Column(_("Results"), "count"),
            Column(_("Passed"), "count"),
        ],
        [[named(known[pk]), named(known[pk].unit), *numbers] for pk, *numbers in rows],
        empty=_("Nobody was trained in this period."),
    )


def _sums() -> list[Column]:
    return [Column(_("Sessions"), "count"), Column(_("Class hours"), "number")]


def _discipline(context, discipline):
    return named(discipline) if discipline else context.label("cross")


chapter(Chapter("yearbook-courses", _("By course"), 210, courses, reports=YEARBOOK, written=False))
chapter(Chapter("yearbook-trainers", _("By trainer"), 220, trainers, reports=YEARBOOK, written=False))
chapter(Chapter("yearbook-people", _("By person"), 230, people, reports=YEARBOOK, written=False))
