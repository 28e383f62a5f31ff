from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from studio.core.constraints import set_exactly_in
from studio.core.fields import NameField, one_of
from studio.core.text import labelled
from studio.facilities.models import Room
from studio.files.kinds import IMAGES, FileKind
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord
from training.choices import TOOK_PLACE, AttendanceStatus, SessionState
from training.models.plan import Course
from training.models.records import LEAST_HOURS, MOST_HOURS
from training.querysets import AttendanceQuerySet, SessionQuerySet

MOST_PLACES = 500


class Session(StudioRecord):
    """One run of a course: planned, open for enrolment, held, closed."""

    area = "training"
    discipline_path = "course__discipline"
    # No sign-in sheets: whoever sees the session would read names and results there.
    attachment_kinds = {"photo": FileKind(_("Photo"), types=IMAGES)}

    course = models.ForeignKey(Course, models.PROTECT, related_name="sessions", verbose_name=_("course"))
    trainer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="sessions_given", verbose_name=_("trainer")
    )
    room = models.ForeignKey(
        Room,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("room"),
        help_text=_("A room of the studio: once the session is held, it records the use of the room by itself."),
    )
    place = NameField(
        _("place elsewhere"), blank=True, help_text=_("Where the session is not in a room of the studio.")
    )
    planned_on = models.DateField(_("planned day"))
    start_time = models.TimeField(_("start"), null=True, blank=True)
    class_hours = models.DecimalField(
        _("class hours"),
        max_digits=5,
        decimal_places=1,
        validators=[MinValueValidator(LEAST_HOURS), MaxValueValidator(MOST_HOURS)],
    )
    capacity = models.PositiveSmallIntegerField(
        _("places"), default=30, validators=[MinValueValidator(1), MaxValueValidator(MOST_PLACES)]
    )
    state = models.CharField(
        _("state"), max_length=10, choices=SessionState.choices, default=SessionState.PLANNED, editable=False
    )
    held_on = models.DateField(_("held on"), null=True, editable=False)
    closed_on = models.DateField(_("closed on"), null=True, editable=False)
    cancelled_on = models.DateField(_("cancelled on"), null=True, editable=False)

    objects = SessionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["-planned_on", "-pk"]
        indexes = [
            models.Index(fields=["studio", "-planned_on", "-id"], name="session_studio_planned_on"),
            models.Index(fields=["studio", "held_on"], name="session_studio_held_on"),
            models.Index(fields=["studio", "state", "planned_on", "id"], name="session_studio_state"),
        ]
        constraints = [
            one_of("session_state", "state", SessionState),
            models.CheckConstraint(condition=Q(class_hours__gt=0, class_hours__lte=MOST_HOURS), name="session_hours"),
            models.CheckConstraint(condition=Q(capacity__range=(1, MOST_PLACES)), name="session_capacity"),
            set_exactly_in("session_held_on", "held_on", TOOK_PLACE),
            set_exactly_in("session_closed_on", "closed_on", [SessionState.CLOSED]),
            set_exactly_in("session_cancelled_on", "cancelled_on", [SessionState.CANCELLED]),
            models.CheckConstraint(
                condition=Q(room__isnull=True) | Q(start_time__isnull=False),
                name="session_in_a_room_has_a_start",
                violation_error_code="field:start_time",
                violation_error_message=_("Give the start: the use of the room is counted from it."),
            ),
            models.CheckConstraint(
                condition=Q(room__isnull=True) | Q(place=""),
                name="session_in_one_place",
                violation_error_code="field:place",
                violation_error_message=_("Choose a room of the studio or write a place elsewhere, not both."),
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("held_on")), name="session_closed_after_held"
            ),
        ]

    def __str__(self):
        return f"{self.course} · {self.held_on or self.planned_on}"

    def is_assigned(self, person) -> bool:
        """Handed to its trainer."""
        return self.trainer_id == person.pk

    def why_locked(self, person):
        """Closed and cancelled sessions are settled."""
        if self.state == SessionState.CLOSED:
            return _("This session is closed. Reopen it with a reason to correct it.")
        if self.state == SessionState.CANCELLED:
            return _("This session is cancelled. Plan a new one instead.")
        return None

    def get_absolute_url(self):
        return studio_reverse(self.studio, "training:session_detail", pk=self.pk)


class Attendance(StudioRecord):
    """One person in one session: whether they came, and with what result."""

    area = "training_results"
    discipline_path = "session__course__discipline"

    session = models.ForeignKey(Session, models.PROTECT, related_name="attendances", verbose_name=_("session"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="attendances", verbose_name=_("person")
    )
    status = models.CharField(
        _("attendance"),
        max_length=10,
        choices=AttendanceStatus.choices,
        default=AttendanceStatus.ENROLLED,
        editable=False,
    )
    score = models.DecimalField(
        _("score"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
        editable=False,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    passed = models.BooleanField(_("passed"), null=True, blank=True, editable=False)

    objects = AttendanceQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["session", "person__sort_key", "pk"]
        indexes = [models.Index(fields=["studio", "person", "id"], name="attendance_studio_person")]
        constraints = [
            models.UniqueConstraint(fields=["session", "person"], name="attendance_once_per_session"),
            one_of("attendance_status", "status", AttendanceStatus),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__range=(0, 100)), name="attendance_score_0_to_100"
            ),
            models.CheckConstraint(
                condition=Q(status="present") | Q(score__isnull=True, passed__isnull=True),
                name="attendance_result_only_when_present",
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(passed__isnull=False), name="attendance_score_has_a_verdict"
            ),
        ]

    def __str__(self):
        return labelled(self.person, self.session)

    def is_assigned(self, person) -> bool:
        """Handed to the trainer of its session."""
        return self.session.trainer_id == person.pk

    def is_own(self, person) -> bool:
        """Of the person who attends."""
        return self.person_id == person.pk

    def get_absolute_url(self):
        return studio_reverse(self.studio, "training:attendance_detail", pk=self.pk)
