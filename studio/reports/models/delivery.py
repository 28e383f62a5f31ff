from datetime import date, timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from studio.core.fields import NoteField, one_of
from studio.core.periods import Period
from studio.core.text import listed
from studio.organisation.records import StudioQuerySet, StudioRecord
from studio.reports.choices import DeliveryState, Format, Language, Rhythm
from studio.reports.models.report import Report, title_now
from studio.reports.registry import reports

MOST_DAYS_AFTER = 60


class DeliveryQuerySet(StudioQuerySet):
    def due(self, day: date):
        """Active ones whose next report is to be made on ``day`` or was before."""
        return self.filter(state=DeliveryState.ACTIVE, next_on__lte=day)

    def with_title(self):
        """Each row's ``title_now``: the kind of report in the reader's language."""
        return self.annotate(title_now=title_now())


class Delivery(DisciplineRecord):
    """A report made again and again: for each month, quarter or year that has ended, some days after its end.

    It is made with the rights of ``owner``, whoever saved it last, as they are on that day.
    """

    area = "report_deliveries"
    no_discipline = _("All disciplines")
    state_tones = {DeliveryState.PAUSED: "past"}

    key = models.CharField(_("report"), max_length=60)
    rhythm = models.CharField(_("rhythm"), max_length=10, choices=Rhythm.choices)
    days_after = models.PositiveSmallIntegerField(
        _("days after the end"),
        default=5,
        validators=[MaxValueValidator(MOST_DAYS_AFTER)],
        help_text=_("How long to wait until the records of the period are complete."),
    )
    languages = models.JSONField(_("languages"))
    formats = models.JSONField(_("formats"))
    recipients = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        related_name="+",
        blank=True,
        verbose_name=_("recipients"),
        help_text=_("They are told when it is ready. Who may not read the report then is left out."),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("with the rights of"), editable=False
    )
    state = models.CharField(
        _("state"), max_length=10, choices=DeliveryState.choices, default=DeliveryState.ACTIVE, editable=False
    )
    next_period = models.CharField(_("next period"), max_length=30, editable=False)
    next_on = models.DateField(_("next on"), editable=False)

    objects = DeliveryQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[recipients])

    class Meta:
        verbose_name = _("scheduled delivery")
        verbose_name_plural = _("scheduled deliveries")
        ordering = ["next_on", "pk"]
        indexes = [
            models.Index(fields=["studio", "next_on", "id"], name="delivery_studio_next_on"),
            models.Index(fields=["state", "next_on"], name="delivery_due"),
        ]
        constraints = [
            one_of("delivery_rhythm", "rhythm", Rhythm),
            one_of("delivery_state", "state", DeliveryState),
            models.CheckConstraint(
                condition=models.Q(days_after__lte=MOST_DAYS_AFTER), name="delivery_days_after_at_most_sixty"
            ),
        ]

    def __str__(self):
        declared = reports.get(self.key)
        return f"{declared.title if declared else self.key} · {self.get_rhythm_display()}"

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("reports:delivery_detail", kwargs={"studio": self.studio.slug, "pk": self.pk})

    @property
    def languages_in_words(self) -> str:
        """Names of the languages it is written in."""
        return listed(Language(one).label for one in self.languages)

    @property
    def formats_in_words(self) -> str:
        """Names of the formats it is written as."""
        return listed(Format(one).label for one in self.formats)

    def plan(self, period: Period) -> None:
        """Set which period comes next, and the day on which it is due."""
        self.next_period = period.key
        self.next_on = period.end + timedelta(days=1 + self.days_after)


class DeliveryRunQuerySet(StudioQuerySet):
    def with_job(self):
        """Each with its job and report, ready for the page."""
        return self.select_related("job", "report")


class DeliveryRun(StudioRecord):
    """One delivery of one period: the job that made it, or why there was none, and who was told."""

    area = "report_deliveries"
    discipline_path = "delivery__discipline"

    delivery = models.ForeignKey(
        Delivery, models.PROTECT, related_name="runs", verbose_name=_("scheduled delivery"), editable=False
    )
    period_key = models.CharField(_("period"), max_length=30, editable=False)
    due_on = models.DateField(_("due on"), editable=False)
    job = models.ForeignKey(
        "jobs.Job", models.PROTECT, null=True, related_name="+", verbose_name=_("job"), editable=False
    )
    report = models.ForeignKey(
        Report, models.PROTECT, null=True, related_name="+", verbose_name=_("report"), editable=False
    )
    problem = NoteField(_("problem"), editable=False)
    told = models.PositiveIntegerField(_("people told"), default=0, editable=False)
    left_out = NoteField(_("left out"), editable=False)

    objects = DeliveryRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("delivery run")
        verbose_name_plural = _("delivery runs")
        ordering = ["-due_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["delivery", "period_key", "due_on"], name="delivery_run_once"),
            models.CheckConstraint(
                condition=models.Q(job__isnull=False) | ~models.Q(problem=""), name="delivery_run_has_job_or_problem"
            ),
        ]

    def __str__(self):
        return f"{self.delivery} · {self.period_key}"
