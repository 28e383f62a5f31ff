"""Recording a session's sign-in sheet: who came, and with what result."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from simple_history.utils import bulk_update_with_history

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.audit.rights import require
from studio.organisation.models import Setting
from studio.organisation.records import StaleRecord
from training.actions import enrol_people, lock
from training.choices import AttendanceStatus, SessionState
from training.models import Attendance, Session
from training.rooms import occupy

PASS_MARK = "training.pass_mark"  # noqa: S105  (a score, not a secret)
USUAL_PASS_MARK = Decimal(60)


@dataclass(frozen=True)
class Entry:
    """What the sheet says of one attendance. Without a verdict, the score decides by the pass mark."""

    attendance: int
    status: str
    score: Decimal | None = None
    passed: bool | None = None


@transaction.atomic
def record_attendance(
    session: Session, actor, entries: Iterable[Entry], *, version: int, also_present=(), rest_present=False
) -> Session:
    """Write the sheet of a held session in one go; ``version`` is the session's when the sheet was opened.

    ``also_present`` are people who came without enrolment; ``rest_present`` says that all not named otherwise came.
    """
    locked = lock(session)
    require(actor, "training_results.edit", locked)
    if locked.state != SessionState.HELD:
        raise Refused(_("Attendance is recorded while a session is held; now it is “%(state)s”.") % _state(locked))
    if locked.version != version:
        raise StaleRecord(str(locked))
    rows = {row.pk: row for row in locked.attendances.select_related("person")}
    mark = pass_mark(locked)
    changed = [row for entry in entries if (row := _applied(rows, entry, mark))]
    changed += [row for row in _added(locked, actor, also_present) if _set(row, AttendanceStatus.PRESENT)]
    if rest_present:
        rest = (row for row in rows.values() if row.status == AttendanceStatus.ENROLLED and not row.is_own(actor))
        changed += [row for row in rest if _set(row, AttendanceStatus.PRESENT)]
    _write(locked, actor, changed)
    return locked


def pass_mark(session: Session) -> Decimal:
    """The least score that passes, on the session's day."""
    return Setting.objects.value(PASS_MARK, session.studio, session.held_on, USUAL_PASS_MARK)


def _added(session, actor, people) -> list[Attendance]:
    return enrol_people(session, actor, people) if people else []


def _applied(rows: dict[int, Attendance], entry: Entry, mark: Decimal) -> Attendance | None:
    """The row with the entry's values when they differ from what it holds."""
    row = rows.get(entry.attendance)
    if row is None:
        raise Refused(_("The sheet names somebody who is no longer enrolled. Open it again."))
    if entry.status != AttendanceStatus.PRESENT:
        return row if _set(row, entry.status) else None
    if entry.score is not None and not 0 <= entry.score <= 100:
        raise Refused(_("%(person)s: scores run from 0 to 100.") % {"person": row.person})
    passed = entry.passed
    if passed is None and entry.score is not None:
        passed = entry.score >= mark
    return row if _set(row, entry.status, entry.score, passed) else None


def _set(row: Attendance, status: str, score=None, passed=None) -> bool:
    """Set the values; whether any of them is new."""
    if (row.status, row.score, row.passed) == (status, score, passed):
        return False
    row.status, row.score, row.passed = status, score, passed
    return True


def _write(session: Session, actor, rows: list[Attendance]) -> None:
    if any(row.is_own(actor) for row in rows):
        raise Refused(_("Nobody records their own attendance or result. Leave your own line to somebody else."), 403)
    for row in rows:
        row.version += 1
    if rows:
        bulk_update_with_history(rows, Attendance, ["status", "score", "passed", "version"], default_user=actor)
    session.save()  # the sheet's version: who had it open meanwhile is told
    occupy(session, actor)
    audit(actor, "record_attendance", session, attendances=[row.pk for row in rows])


def _state(session: Session) -> dict:
    return {"state": session.get_state_display()}
