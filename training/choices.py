from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PlanState(TextChoices):
    """A line of the yearly plan."""

    DRAFT = "draft", _("Draft")
    APPROVED = "approved", _("Approved")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class SessionState(TextChoices):
    """A session, from its plan to its closed results."""

    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open for enrolment")
    HELD = "held", _("Held")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")


class AttendanceStatus(TextChoices):
    """Whether an enrolled person came."""

    ENROLLED = "enrolled", _("Enrolled")
    PRESENT = "present", _("Present")
    ABSENT = "absent", _("Absent")
    EXCUSED = "excused", _("Excused")


# What a sign-in sheet can say of somebody.
RECORDED = (AttendanceStatus.PRESENT, AttendanceStatus.ABSENT, AttendanceStatus.EXCUSED)
# Results are entered while a session is held; closed ones are settled.
TOOK_PLACE = (SessionState.HELD, SessionState.CLOSED)
UPCOMING = (SessionState.PLANNED, SessionState.OPEN)
