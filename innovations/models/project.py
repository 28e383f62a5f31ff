from django.conf import settings
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from innovations.choices import ProjectState
from innovations.models.kind import InnovationKind
from innovations.models.proposal import Proposal
from studio.core.constraints import empty, filled
from studio.core.fields import NoteField, dates_in_order, one_of
from studio.core.finding import SearchField
from studio.core.titles import Titled, a_title_is_given
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioQuerySet, StudioRecord


class ProjectQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(Q(leader=person) | Q(members__person=person)).distinct()

    def under_way(self):
        """Those that may bring results and benefit: approved and not stopped."""
        return self.exclude(state__in=(ProjectState.DRAFT, ProjectState.STOPPED))

    def alive_in(self, period, as_of):
        """Approved by the cut-off and not ended before the period, with ``state_then``: the state on that day."""
        day = min(period.end, as_of)
        ended = Q(concluded_on__lt=period.start) | Q(stopped_on__lt=period.start)
        then = Case(
            When(stopped_on__lte=day, then=Value(ProjectState.STOPPED)),
            When(concluded_on__lte=day, then=Value(ProjectState.CONCLUDED)),
            When(started_on__lte=day, then=Value(ProjectState.RUNNING)),
            default=Value(ProjectState.APPROVED),
        )
        return self.filter(approved_on__lte=day).exclude(ended).annotate(state_then=then)

    def count_by_state(self) -> dict[str, int]:
        """How many there are in each ``state_then``."""
        return dict(self.order_by().values_list("state_then").annotate(models.Count("pk")))


class Project(Titled, DisciplineRecord):
    """Approved work on a problem: with a leader, a team, a start and an end."""

    area = "innovations"
    state_tones = {"approved": "waiting", "running": "active", "stopped": "bad"}

    proposal = models.ForeignKey(
        Proposal,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="projects",
        verbose_name=_("proposal"),
        help_text=_("The adopted proposal it grew from, if there is one."),
    )
    kind = models.ForeignKey(InnovationKind, models.PROTECT, related_name="projects", verbose_name=_("kind"))
    aim = NoteField(_("aim"), help_text=_("What shall be reached, and how it will be measured."))
    leader = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("project leader")
    )
    state = models.CharField(
        _("state"), max_length=12, choices=ProjectState.choices, default=ProjectState.DRAFT, editable=False
    )
    approved_on = models.DateField(_("approved on"), null=True, blank=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved by"),
        editable=False,
    )
    started_on = models.DateField(_("started on"), null=True, blank=True, editable=False)
    concluded_on = models.DateField(_("concluded on"), null=True, blank=True, editable=False)
    stopped_on = models.DateField(_("stopped on"), null=True, blank=True, editable=False)
    stop_reason = NoteField(_("reason of the stop"), editable=False)
    search = SearchField("title", "title_en")

    objects = ProjectQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")
        ordering = ["-approved_on", "-pk"]
        indexes = [
            models.Index(fields=["studio", "approved_on", "id"], name="project_studio_approved"),
            models.Index(fields=["studio", "concluded_on", "id"], name="project_studio_concluded"),
        ]
        constraints = [
            a_title_is_given("project_has_a_title"),
            one_of("project_state", "state", ProjectState),
            dates_in_order("project_dates", "started_on", "concluded_on"),
            models.CheckConstraint(
                condition=(Q(state__in=("draft", "approved")) & empty("started_on", "concluded_on", "stopped_on"))
                | (Q(state="running") & filled("started_on") & empty("concluded_on", "stopped_on"))
                | (Q(state="concluded") & filled("started_on", "concluded_on") & empty("stopped_on"))
                | (Q(state="stopped") & filled("stopped_on") & empty("concluded_on") & ~Q(stop_reason="")),
                name="project_state_has_its_days",
            ),
            models.CheckConstraint(
                condition=(Q(state="draft") & empty("approved_on", "approved_by"))
                | (~Q(state="draft") & filled("approved_on", "approved_by")),
                name="project_approval_is_signed",
            ),
            models.CheckConstraint(condition=~Q(approved_by=F("leader")), name="project_not_approved_by_its_leader"),
        ]

    def get_absolute_url(self):
        return studio_reverse(self.studio, "innovations:project_detail", pk=self.pk)

    def why_locked(self, person):
        """An ended project is history."""
        if self.state in (ProjectState.CONCLUDED, ProjectState.STOPPED):
            return _("This project has ended; what was done stays as it is.")
        return None


class ProjectMemberQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(Q(person=person) | Q(project__leader=person))

    def shares(self):
        """The sum of the shares given, in percent."""
        return self.aggregate(total=models.Sum("share", default=0))["total"]


class ProjectMember(StudioRecord):
    """A person of a project's team, with a share in what it brings once that is agreed."""

    area = "innovations"
    discipline_path = "project__discipline"

    project = models.ForeignKey(Project, models.PROTECT, related_name="members", verbose_name=_("project"))
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("person"))
    part = NoteField(_("part"), max_length=200, help_text=_("What this person does in the project."))
    share = models.DecimalField(
        _("share (%)"), max_digits=5, decimal_places=2, null=True, blank=True, help_text=_("All shares: at most 100 %.")
    )

    objects = ProjectMemberQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("team member")
        verbose_name_plural = _("team members")
        ordering = ["project", "-share", "person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "person"],
                name="project_member_once",
                violation_error_code="field:person",
                violation_error_message=_("This person is in the team already."),
            ),
            models.CheckConstraint(
                condition=Q(share__isnull=True) | Q(share__gt=0, share__lte=100),
                name="project_share_is_a_percentage",
                violation_error_code="field:share",
                violation_error_message=_("A share lies between 0 and 100 %%."),
            ),
        ]

    def __str__(self):
        return str(self.person)

    def why_locked(self, person):
        """The team of an ended project is history."""
        return self.project.why_locked(person)
