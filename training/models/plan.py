from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from studio.core.constraints import set_exactly_in
from studio.core.fields import NoteField, one_of
from studio.core.finding import SearchField
from studio.core.periods import FIRST_YEAR, LAST_YEAR
from studio.core.titles import Titled, a_title_is_given
from studio.kit.addresses import studio_reverse
from training.choices import PlanState
from training.models.records import LEAST_HOURS, MOST_HOURS
from training.querysets import CourseQuerySet

MOST_HEADS = 1_000_000


class PlanLine(Titled, DisciplineRecord):
    """What a discipline, or the whole studio, means to train in a year."""

    area = "training"

    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    planned_sessions = models.PositiveSmallIntegerField(_("planned sessions"), validators=[MinValueValidator(1)])
    planned_hours = models.DecimalField(
        _("planned class hours"), max_digits=7, decimal_places=1, validators=[MinValueValidator(LEAST_HOURS)]
    )
    planned_heads = models.PositiveIntegerField(
        _("planned person-times"), validators=[MinValueValidator(1), MaxValueValidator(MOST_HEADS)]
    )
    note = NoteField(_("note"))
    state = models.CharField(
        _("state"), max_length=10, choices=PlanState.choices, default=PlanState.DRAFT, editable=False
    )
    approved_on = models.DateField(_("approved on"), null=True, editable=False)
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, editable=False)
    search = SearchField("title", "title_en")

    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("plan line")
        verbose_name_plural = _("plan lines")
        ordering = ["-year", "discipline__order", "pk"]
        indexes = [models.Index(fields=["studio", "-year", "-id"], name="plan_line_studio_year")]
        constraints = [
            a_title_is_given("plan_line_has_a_title"),
            one_of("plan_line_state", "state", PlanState),
            models.CheckConstraint(condition=Q(year__range=(FIRST_YEAR, LAST_YEAR)), name="plan_line_year_is_a_year"),
            models.CheckConstraint(
                condition=Q(planned_sessions__gte=1, planned_hours__gt=0, planned_heads__gte=1),
                name="plan_line_plans_something",
            ),
            set_exactly_in("plan_line_approved_on", "approved_on", [PlanState.APPROVED, PlanState.WITHDRAWN]),
            set_exactly_in("plan_line_withdrawn_on", "withdrawn_on", [PlanState.WITHDRAWN]),
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gte=F("approved_on")),
                name="plan_line_withdrawn_after_approval",
            ),
        ]

    def why_locked(self, person):
        """Figures count approved lines, so their numbers stay."""
        if self.state == PlanState.DRAFT:
            return None
        return _("An approved plan line stays as it is. Withdraw it with a reason and write a new one.")

    def get_absolute_url(self):
        return studio_reverse(self.studio, "training:plan_line_detail", pk=self.pk)


class Course(Titled, DisciplineRecord):
    """What is taught; given in one or more sessions."""

    area = "training"
    attachment_kinds = {"outline": _("Outline"), "material": _("Material")}

    plan_line = models.ForeignKey(
        PlanLine,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="courses",
        verbose_name=_("plan line"),
        help_text=_("Leave empty for a course outside the yearly plan."),
    )
    hours = models.DecimalField(
        _("class hours"),
        max_digits=5,
        decimal_places=1,
        validators=[MinValueValidator(LEAST_HOURS), MaxValueValidator(MOST_HOURS)],
        help_text=_("Of one run of the course."),
    )
    aim = NoteField(_("aim"), help_text=_("What people can do afterwards."))
    search = SearchField("title", "title_en")

    objects = CourseQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ["title", "title_en", "pk"]
        indexes = [models.Index(fields=["studio", "title", "id"], name="course_studio_title")]
        constraints = [
            a_title_is_given("course_has_a_title"),
            models.CheckConstraint(condition=Q(hours__gt=0, hours__lte=MOST_HOURS), name="course_hours"),
        ]

    def get_absolute_url(self):
        return studio_reverse(self.studio, "training:course_detail", pk=self.pk)
