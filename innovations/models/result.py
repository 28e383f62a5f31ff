from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from innovations.choices import ResultState
from innovations.models.project import Project
from studio.core.constraints import empty, filled
from studio.core.fields import NoteField, dates_in_order, one_of
from studio.core.finding import SearchField
from studio.core.titles import Titled, a_title_is_given
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioQuerySet, StudioRecord

OPEN = (ResultState.DRAFT, ResultState.RETURNED)


class ResultQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(Q(project__leader=person) | Q(project__members__person=person)).distinct()

    def waiting(self):
        """Submitted and not yet accepted or returned, the oldest first."""
        return self.filter(state=ResultState.SUBMITTED).order_by("submitted_on", "pk")

    def accepted(self):
        """Those that count as results."""
        return self.filter(state=ResultState.ACCEPTED)

    def accepted_in(self, period, as_of):
        """Accepted in the period, as known on the cut-off day."""
        return self.filter(accepted_on__range=(period.start, min(period.end, as_of)))

    def count_by_kind(self, as_of) -> list[tuple[int, int, int]]:
        """Kind of the project, how many results, and how many of them in use by ``as_of``; by the kinds' order."""
        counts = (
            self.order_by("project__kind__order")
            .values_list("project__kind")
            .annotate(made=models.Count("pk"), used=models.Count("pk", filter=Q(transformed_on__lte=as_of)))
        )
        return list(counts)


class Result(Titled, StudioRecord):
    """What a project brought: a device, a tool, a method, a rule. It counts once it is accepted."""

    area = "innovations"
    discipline_path = "project__discipline"
    attachment_kinds = {"report": _("Report of the result"), "evidence": _("Evidence of acceptance")}
    state_tones = {"returned": "bad"}
    draft_states = OPEN

    project = models.ForeignKey(Project, models.PROTECT, related_name="results", verbose_name=_("project"))
    description = NoteField(_("what it is"), help_text=_("What is new, and what it does better, in numbers."))
    state = models.CharField(
        _("state"), max_length=12, choices=ResultState.choices, default=ResultState.DRAFT, editable=False
    )
    submitted_on = models.DateField(_("submitted on"), null=True, blank=True, editable=False)
    accepted_on = models.DateField(_("accepted on"), null=True, blank=True, editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("accepted by"),
        editable=False,
    )
    decision_reason = NoteField(_("reason of the decision"), editable=False)
    transformed_on = models.DateField(_("transformed on"), null=True, blank=True, editable=False)
    search = SearchField("title", "title_en")

    objects = ResultQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")
        ordering = ["-accepted_on", "-pk"]
        indexes = [models.Index(fields=["studio", "accepted_on", "id"], name="result_studio_accepted")]
        constraints = [
            a_title_is_given("result_has_a_title"),
            one_of("result_state", "state", ResultState),
            dates_in_order("result_dates", "submitted_on", "accepted_on"),
            models.CheckConstraint(
                condition=(Q(state="draft") & empty("submitted_on")) | (~Q(state="draft") & filled("submitted_on")),
                name="result_submitted_has_its_day",
            ),
            models.CheckConstraint(
                condition=(Q(state="accepted") & filled("accepted_on", "accepted_by"))
                | (~Q(state="accepted") & empty("accepted_on", "accepted_by")),
                name="result_acceptance_is_signed",
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(decision_reason=""), name="result_returned_with_reason"
            ),
            models.CheckConstraint(
                condition=Q(transformed_on__isnull=True) | Q(state="accepted"), name="only_accepted_is_transformed"
            ),
        ]

    def get_absolute_url(self):
        return studio_reverse(self.studio, "innovations:result_detail", pk=self.pk)

    def why_locked(self, person):
        """What is being judged or was accepted stays as it is."""
        if self.state not in OPEN:
            return _("A submitted or accepted result stays as it is.")
        return None
