from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from appraisals.choices import REVIEW_FROM_STEP, TOOK_PLACE, BatchState, Test
from appraisals.querysets import AppraiserQuerySet, BatchQuerySet
from disciplines.models import Occupation, SkillLevel
from disciplines.records import DisciplineRecord
from studio.core.constraints import set_exactly_in
from studio.core.fields import BESIDE, NameField, NoteField, one_of
from studio.core.finding import SearchField
from studio.core.text import labelled
from studio.core.titles import Titled, a_title_is_given
from studio.files.kinds import FileKind
from studio.files.types import IMAGES
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord


class Batch(Titled, DisciplineRecord):
    """One appraisal of one occupation and level: applications, exam day, scores, decision.

    Its discipline is the occupation's on the day it was written, so that past years stay as they were.
    """

    area = "appraisals"
    attachment_kinds = {
        "filing": FileKind(_("Filing")),
        "notice": FileKind(_("Public notice")),
        "photo": FileKind(_("Photo"), types=IMAGES),
        # Whoever sees the batch must not read the scores in it.
        "score_roll": FileKind(_("Score roll"), seen_by="appraisal_scores.read_roll"),
    }
    state_tones = {"examined": "waiting", "decided": "good"}

    occupation = models.ForeignKey(Occupation, models.PROTECT, related_name="+", verbose_name=_("occupation"))
    level = models.ForeignKey(SkillLevel, models.PROTECT, related_name="+", verbose_name=_("level asked for"))
    closes_on = models.DateField(_("applications until"))
    exam_on = models.DateField(_("planned exam day"))
    place = NameField(_("place"), blank=True)
    note = NoteField(_("note"), help_text=_("Conditions, what to bring, how the exam runs."))
    state = models.CharField(
        _("state"), max_length=10, choices=BatchState.choices, default=BatchState.DRAFT, editable=False
    )
    examined_on = models.DateField(_("examined on"), null=True, editable=False)
    decided_on = models.DateField(pgettext_lazy("appraisal", "decided on"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=pgettext_lazy("appraisal", "decided by"),
    )
    cancelled_on = models.DateField(_("cancelled on"), null=True, editable=False)
    search = SearchField("title", "title_en")

    objects = BatchQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("appraisal batch")
        verbose_name_plural = _("appraisal batches")
        ordering = ["-exam_on", "-pk"]
        indexes = [
            models.Index(fields=["studio", "-exam_on", "-id"], name="batch_studio_exam_on"),
            models.Index(fields=["studio", "examined_on"], name="batch_studio_examined_on"),
            models.Index(fields=["studio", "decided_on"], name="batch_studio_decided_on"),
            models.Index(fields=["studio", "state", "exam_on", "id"], name="batch_studio_state"),
        ]
        constraints = [
            a_title_is_given("batch_has_a_title"),
            one_of("batch_state", "state", BatchState),
            models.CheckConstraint(
                condition=Q(closes_on__lte=F("exam_on")),
                name="batch_closes_before_exam",
                violation_error_code=f"{BESIDE}closes_on",
                violation_error_message=_("Applications end on the exam day at the latest."),
            ),
            set_exactly_in("batch_examined_on", "examined_on", TOOK_PLACE),
            set_exactly_in("batch_decided_on", "decided_on", [BatchState.DECIDED]),
            set_exactly_in("batch_decided_by", "decided_by", [BatchState.DECIDED]),
            set_exactly_in("batch_cancelled_on", "cancelled_on", [BatchState.CANCELLED]),
            models.CheckConstraint(
                condition=Q(decided_on=None) | Q(decided_on__gte=F("examined_on")), name="batch_decided_after_exam"
            ),
        ]

    @property
    def tests(self) -> list[Test]:
        """What the level asks for."""
        return [test for test in Test if test != Test.REVIEW or self.level.step >= REVIEW_FROM_STEP]

    def why_locked(self, person):
        """Decided and cancelled batches are settled."""
        if self.state == BatchState.DECIDED:
            return _("This batch is decided. Take the decision back with a reason to correct it.")
        if self.state == BatchState.CANCELLED:
            return _("This batch is cancelled. Write a new one instead.")
        return None

    def get_absolute_url(self):
        return studio_reverse(self.studio, "appraisals:batch_detail", pk=self.pk)


class Appraiser(StudioRecord):
    """A person who scores the candidates of a batch; with the first one the office no longer does."""

    area = "appraisals"
    discipline_path = "batch__discipline"

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="appraisers", verbose_name=_("appraisal batch"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="appraisals_assigned", verbose_name=_("appraiser")
    )

    objects = AppraiserQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("appraiser")
        verbose_name_plural = _("appraisers")
        ordering = ["batch", "person__sort_key", "pk"]
        indexes = [models.Index(fields=["studio", "person", "id"], name="appraiser_studio_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "person"],
                name="appraiser_once_per_batch",
                violation_error_code=f"{BESIDE}person",
                violation_error_message=_("This person is assigned already."),
            )
        ]

    def __str__(self):
        return labelled(self.person, self.batch)

    def why_locked(self, person):
        """Who began to score stays named; the batch's own end ends everything."""
        if self.batch.state in (BatchState.DECIDED, BatchState.CANCELLED):
            return self.batch.why_locked(person)
        if self.batch.candidates.filter(score__isnull=False).exists():
            return _("Scores are recorded already; who gave them stays named. Assign a further appraiser instead.")
        return None

    def get_absolute_url(self):
        return studio_reverse(self.studio, "appraisals:appraiser_detail", pk=self.pk)
