from django.conf import settings
from django.db import models
from django.db.models.functions import Cast, Concat, Left, Trim
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from disciplines.records import DisciplineRecord
from studio.core.fields import dates_in_order, one_of
from studio.core.periods import Period
from studio.core.stays import Stays
from studio.files.kinds import FileKind
from studio.files.models import Attachment
from studio.organisation.choices import Role
from studio.organisation.records import StudioQuerySet, StudioRecord
from studio.reports.choices import Format, Language
from studio.reports.registry import reports

SHORT_HASH = 12


class ReportQuerySet(StudioQuerySet):
    def assigned(self, person):
        """For finance the reports about benefit, for an external assessor those released."""
        held = person.memberships.in_force()
        benefit = [one.key for one in reports if one.benefit]
        about_money = models.Q(key__in=benefit, studio__in=held.filter(role=Role.FINANCE).values("studio"))
        released = models.Q(
            released_to_assessors_at__isnull=False, studio__in=held.filter(role=Role.ASSESSOR).values("studio")
        )
        return self.filter(about_money | released)

    def with_title(self):
        """Each row's ``title_now``: the kind of report in the reader's language, for lists and exports."""
        return self.annotate(title_now=title_now())

    def with_parameters(self):
        """Each row's ``languages`` and ``formats`` in words."""
        return self.annotate(languages=_chosen("languages", Language), formats=_chosen("formats", Format))

    def with_size(self):
        """Each row's ``kilobytes`` of all its files together, and ``short_hash``, the hash's beginning."""
        return self.annotate(
            kilobytes=Cast(models.Sum("files__attachment__size"), models.BigIntegerField()) / 1024,
            short_hash=Left("sha256", SHORT_HASH),
        )


def title_now() -> models.Case:
    """The kind of report that ``key`` names, in the reader's language."""
    titles = [models.When(key=one.key, then=models.Value(str(one.title))) for one in reports]
    return models.Case(*titles, default=models.F("key"), output_field=models.CharField())


def _chosen(key: str, choices) -> Trim:
    """The labels of those ``choices`` that the list ``key`` of the parameters holds."""
    parts = [
        models.Case(
            models.When(**{f"parameters__{key}__icontains": f'"{one.value}"'}, then=models.Value(f"{one.label} ")),
            default=models.Value(""),
        )
        for one in choices
    ]
    return Trim(Concat(*parts, output_field=models.CharField()))


class Report(DisciplineRecord):
    """A report as it was made: the frozen document, its hash, and the files written from it.

    Nothing of the document ever changes; the database refuses it too (migration 0002).
    """

    area = "reports"
    no_discipline = _("All disciplines")
    stays = Stays(("document", "sha256", "format_version"))
    attachment_kinds = {"report": FileKind(_("Report"), max_bytes=200 * 1024 * 1024, max_count=12, made_here=True)}

    key = models.CharField(_("report"), max_length=60)
    period_key = models.CharField(_("period"), max_length=30)
    period_from = models.DateField(_("from"))
    period_to = models.DateField(_("to"))
    as_of = models.DateField(_("cut-off"))
    parameters = models.JSONField(_("parameters"), default=dict)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("about")
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked"))
    job = models.OneToOneField("jobs.Job", models.PROTECT, related_name="+", verbose_name=_("job"))
    document = models.TextField(_("frozen document"), editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)
    format_version = models.PositiveSmallIntegerField(_("format of the document"), editable=False)
    released_to_assessors_at = models.DateTimeField(_("released to assessors"), null=True, blank=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("released by")
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-asked_at", "-pk"]
        indexes = [models.Index(fields=["studio", "-asked_at", "-id"], name="report_studio_asked")]
        constraints = [
            dates_in_order("report_period", "period_from", "period_to"),
            models.CheckConstraint(
                condition=models.Q(released_to_assessors_at__isnull=True, released_by__isnull=True)
                | models.Q(released_to_assessors_at__isnull=False, released_by__isnull=False),
                name="report_released_by_somebody",
            ),
        ]

    def __str__(self):
        about = [self.person.display_name] if self.person else []
        return " · ".join([str(self.title), *about, self.period.label])

    def get_absolute_url(self) -> str:
        """Its page."""
        return reverse("reports:report_detail", kwargs={"studio": self.studio.slug, "pk": self.pk})

    @property
    def title(self):
        """The name of its kind, in the reader's language."""
        declared = reports.get(self.key)
        return declared.title if declared else self.key

    @property
    def period(self) -> Period:
        """The days it covers."""
        return Period(self.period_from, self.period_to)

    @property
    def display_name(self) -> str:
        """Title and period."""
        return str(self)


class ReportFile(StudioRecord):
    """One file of a report: a language in a format. Hash and size are those of its attachment."""

    area = "reports"
    discipline_path = "report__discipline"

    report = models.ForeignKey(Report, models.PROTECT, related_name="files", verbose_name=_("report"))
    language = models.CharField(_("language"), max_length=10, choices=Language.choices)
    format = models.CharField(_("format"), max_length=10, choices=Format.choices)
    attachment = models.OneToOneField(Attachment, models.PROTECT, related_name="+", verbose_name=_("file"))

    class Meta:
        verbose_name = _("file of a report")
        verbose_name_plural = _("files of reports")
        ordering = ["report", "language", "format"]
        constraints = [
            models.UniqueConstraint(fields=["report", "language", "format"], name="report_file_once"),
            one_of("report_file_language", "language", Language),
            one_of("report_file_format", "format", Format),
        ]

    def __str__(self):
        return f"{self.get_language_display()}, {self.get_format_display()}"
