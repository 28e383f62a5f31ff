from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from innovations.choices import ProposalState
from innovations.models.kind import InnovationKind
from studio.core.constraints import empty, filled
from studio.core.fields import NoteField, dates_in_order, one_of
from studio.core.finding import SearchField
from studio.core.titles import Titled, a_title_is_given
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioQuerySet

UNDECIDED = (ProposalState.DRAFT, ProposalState.SUBMITTED)


class ProposalQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(Q(author=person) | Q(co_authors=person)).distinct()

    def adopted(self):
        """Those that may become a project."""
        return self.filter(state=ProposalState.ADOPTED)

    def waiting(self):
        """Submitted and not yet decided, the oldest first."""
        return self.filter(state=ProposalState.SUBMITTED).order_by("submitted_on", "pk")


class Proposal(Titled, DisciplineRecord):
    """An idea for improvement, written by anybody of the company and decided by somebody else."""

    area = "innovations"
    state_tones = {"adopted": "good", "archived": "past"}

    kind = models.ForeignKey(InnovationKind, models.PROTECT, related_name="proposals", verbose_name=_("kind"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"), editable=False
    )
    co_authors = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="+", blank=True, verbose_name=_("co-authors")
    )
    problem = NoteField(_("problem"), blank=False, help_text=_("What is wrong today, where, and how often."))
    idea = NoteField(_("idea"), blank=False, help_text=_("What to change, and what it would bring."))
    state = models.CharField(
        _("state"), max_length=12, choices=ProposalState.choices, default=ProposalState.DRAFT, editable=False
    )
    submitted_on = models.DateField(_("submitted on"), null=True, blank=True, editable=False)
    decided_on = models.DateField(_("decided on"), null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by"),
        editable=False,
    )
    decision_reason = NoteField(_("reason of the decision"), editable=False)
    search = SearchField("title", "title_en")

    objects = ProposalQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"], m2m_fields=[co_authors])

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["-submitted_on", "-pk"]
        indexes = [models.Index(fields=["studio", "submitted_on", "id"], name="proposal_studio_submitted")]
        constraints = [
            a_title_is_given("proposal_has_a_title"),
            one_of("proposal_state", "state", ProposalState),
            dates_in_order("proposal_dates", "submitted_on", "decided_on"),
            models.CheckConstraint(
                condition=(Q(state="draft") & empty("submitted_on")) | (~Q(state="draft") & filled("submitted_on")),
                name="proposal_submitted_has_its_day",
            ),
            models.CheckConstraint(
                condition=(Q(state__in=UNDECIDED) & empty("decided_on", "decided_by"))
                | (~Q(state__in=UNDECIDED) & filled("decided_on", "decided_by")),
                name="proposal_decision_is_signed",
            ),
            models.CheckConstraint(
                condition=~Q(state="rejected") | ~Q(decision_reason=""), name="proposal_rejected_with_reason"
            ),
            models.CheckConstraint(condition=~Q(decided_by=F("author")), name="proposal_not_decided_by_its_author"),
        ]

    def get_absolute_url(self):
        return studio_reverse(self.studio, "innovations:proposal_detail", pk=self.pk)

    def is_own(self, person) -> bool:
        return self.author_id == person.pk or (self.pk is not None and super().is_own(person))

    def why_locked(self, person):
        """What was submitted stays as it was decided on."""
        if self.state != ProposalState.DRAFT:
            return _("A submitted proposal stays as it is. Write a new one that builds on it.")
        return None
