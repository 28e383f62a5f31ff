"""Changes of sessions and enrolments that have consequences. Each opens its own transaction."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.audit.rights import require
from studio.core.text import listed
from studio.notices.actions import notify
from studio.organisation.records import StaleRecord
from training.choices import UPCOMING, SessionState
from training.models import Attendance, Session
from training.rooms import occupy


@transaction.atomic
def change_session(session: Session, actor, **values) -> Session:
    """Set ``values``; whoever is enrolled is told when the day moves."""
    locked = lock(session)
    if locked.version != session.version:
        raise StaleRecord(str(session))
    require(actor, "training.edit", locked)
    day_before = locked.planned_on
    for name, value in values.items():
        setattr(locked, name, value)
    _refuse_unless_it_fits(locked)
    locked.save()
    audit(actor, "change", locked, fields=sorted(values))
    occupy(locked, actor)
    if locked.planned_on != day_before and locked.state in UPCOMING:
        _tell(locked, "training.session_moved", key=f"{locked.planned_on}:{locked.version}")
    return locked


@transaction.atomic
def enrol(session: Session, actor) -> Attendance:
    """Enrol ``actor`` into an open session with a free place."""
    locked = lock(session)
    require(actor, "training.enrol", locked)
    if locked.state != SessionState.OPEN:
        raise Refused(_("This session is not open for enrolment."))
    return _add(locked, [actor], actor)[0]


@transaction.atomic
def enrol_people(session: Session, actor, people) -> list[Attendance]:
    """Enrol others: ahead of the session, or from its sign-in sheet when they came without enrolment."""
    locked = lock(session)
    require(actor, "training_results.edit", locked)
    if locked.state not in (*UPCOMING, SessionState.HELD):
        raise Refused(_("Nobody can be added to a session that is closed or cancelled."))
    return _add(locked, people, actor)


@transaction.atomic
def withdraw(attendance: Attendance, actor) -> None:
    """Take an enrolment back while the session lies ahead."""
    session = lock(attendance.session)
    if not attendance.is_own(actor):
        require(actor, "training_results.edit", session)
    if session.state not in UPCOMING:
        raise Refused(_("The session took place or was cancelled; the enrolment stays as it is."))
    fresh = Attendance.objects.filter(pk=attendance.pk).first()
    if fresh is None:
        raise Refused(_("This enrolment was taken back already."))
    audit(actor, "withdraw", session, attendance=fresh.pk)
    fresh.delete()


def tell_of_cancelling(session: Session, actor, reason: str) -> None:
    """Tell the trainer and everybody enrolled why their session is cancelled."""
    _tell(session, "training.session_cancelled", reason=reason)


def lock(session: Session) -> Session:
    """The session as it is now, locked until the transaction ends. Whatever counts places takes this lock first."""
    return Session.objects.select_for_update(of=("self",)).select_related("course", "studio").get(pk=session.pk)


def _add(session: Session, people, actor) -> list[Attendance]:
    people = list(dict.fromkeys(people))
    if session.trainer in people:
        raise Refused(_("The trainer gives this session and cannot be enrolled in it."))
    there = set(session.attendances.filter(person__in=people).values_list("person", flat=True))
    if there:
        known = listed(person for person in people if person.pk in there)
        raise Refused(_("Already enrolled: %(people)s.") % {"people": known})
    free = max(session.capacity - session.attendances.places_taken(), 0)
    # Who signed the sheet of a held session was there, whatever the room was meant for.
    if session.state in UPCOMING and len(people) > free:
        raise Refused(_("There are not enough places; free: %(free)s.") % {"free": free})
    rows = [Attendance(session=session, studio=session.studio, person=person) for person in people]
    for row in rows:
        row.save()
    audit(actor, "enrol", session, attendances=[row.pk for row in rows])
    return rows


def _refuse_unless_it_fits(session: Session) -> None:
    taken = session.attendances.places_taken()
    if session.state in UPCOMING and taken > session.capacity:
        raise Refused(_("%(taken)s people are enrolled; give at least as many places.") % {"taken": taken})
    if session.attendances.filter(person=session.trainer_id).exists():
        raise Refused(_("This trainer is enrolled in the session; withdraw the enrolment first."))


def _tell(session: Session, kind: str, key="", **params) -> None:
    """Notify the trainer and everybody enrolled, each in their own language."""
    course = session.course
    params |= {"title": course.title, "title_en": course.title_en, "day": session.planned_on.isoformat()}
    enrolled = [row.person for row in session.attendances.unrecorded().select_related("person")]
    for person in [session.trainer, *enrolled]:
        notify(
            person,
            kind,
            studio=session.studio,
            key=f"{kind}:{session.pk}:{key}",
            params=params,
            url=session.get_absolute_url(),
        )
