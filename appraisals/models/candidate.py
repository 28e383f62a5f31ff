from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from appraisals.choices import ANSWERED, BatchState, CandidateState, Outcome, Route
from appraisals.models.batch import Batch
from appraisals.querysets import CandidateQuerySet
from disciplines.models import LevelRecord
from studio.core.constraints import empty, filled, set_exactly_in
from studio.core.fields import NameField, NoteField, one_of
from studio.core.text import labelled
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord


class Candidate(StudioRecord):
    """One person in one batch: how they came, what was answered, and what was decided.

    Scores stand in records of their own, because fewer people may see them.
    """

    area = "appraisals"
    discipline_path = "batch__discipline"
    state_tones = {"applied": "waiting", "declined": "bad", "withdrawn": "past", "absent": "past"}

    batch = models.ForeignKey(
        Batch, models.PROTECT, editable=False, related_name="candidates", verbose_name=_("appraisal batch")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, editable=False, related_name="candidacies", verbose_name=_("person")
    )
    route = models.CharField(_("came by"), max_length=12, choices=Route.choices, editable=False)
    nominated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("nominated by"),
    )
    applied_on = models.DateField(pgettext_lazy("appraisal", "applied on"), default=timezone.localdate, editable=False)
    admission_number = NameField(_("admission number"), max_length=40, blank=True)
    note = NoteField(_("note"))
    state = models.CharField(
        _("state"), max_length=10, choices=CandidateState.choices, default=CandidateState.APPLIED, editable=False
    )
    answered_on = models.DateField(_("answered on"), null=True, editable=False)
    answer_reason = models.CharField(_("reason"), max_length=1000, blank=True, editable=False)
    withdrawn_on = models.DateField(pgettext_lazy("appraisal", "withdrawn on"), null=True, editable=False)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome.choices, blank=True, editable=False)
    # One to one: no decision writes a second level, and no level stands for two candidates.
    level_record = models.OneToOneField(
        LevelRecord,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="candidate",
        verbose_name=_("level record"),
    )

    objects = CandidateQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        ordering = ["batch", "person__sort_key", "pk"]
        indexes = [
            models.Index(fields=["studio", "person", "id"], name="candidate_studio_person"),
            models.Index(fields=["studio", "state", "id"], name="candidate_studio_state"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["batch", "person"], name="candidate_once_per_batch"),
            one_of("candidate_state", "state", CandidateState),
            one_of("candidate_route", "route", Route),
            models.CheckConstraint(
                condition=Q(route=Route.NOMINATION, nominated_by__isnull=False)
                | Q(route=Route.APPLICATION, nominated_by=None),
                name="candidate_nominated_by_somebody",
            ),
            set_exactly_in("candidate_answered_on", "answered_on", ANSWERED),
            set_exactly_in("candidate_withdrawn_on", "withdrawn_on", [CandidateState.WITHDRAWN]),
            models.CheckConstraint(
                condition=(Q(state=CandidateState.DECLINED) & ~Q(answer_reason=""))
                | (~Q(state=CandidateState.DECLINED) & Q(answer_reason="")),
                name="candidate_declined_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(outcome__in=Outcome.values, state=CandidateState.ACCEPTED),
                name="candidate_outcome_of_accepted",
            ),
            models.CheckConstraint(
                condition=(Q(outcome=Outcome.PASSED) & filled("level_record"))
                | (~Q(outcome=Outcome.PASSED) & empty("level_record")),
                name="candidate_level_exactly_when_passed",
            ),
        ]

    def __str__(self):
        return labelled(self.person, self.batch)

    def is_own(self, person) -> bool:
        """Of the person who is examined."""
        return self.person_id == person.pk

    def why_locked(self, person):
        """With its batch."""
        return self.batch.why_locked(person) if self.batch.state != BatchState.DRAFT else None

    def get_absolute_url(self):
        return studio_reverse(self.studio, "appraisals:candidate_detail", pk=self.pk)
