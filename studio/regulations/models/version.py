from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from studio.core.constraints import empty, filled, set_exactly_in
from studio.core.fields import BESIDE, NameField, NoteField, one_of
from studio.core.finding import SearchField
from studio.files.kinds import IMAGES, FileKind
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord
from studio.regulations.choices import VersionState
from studio.regulations.models.regulation import Regulation
from studio.regulations.querysets import VersionQuerySet


class RegulationVersion(StudioRecord):
    """One wording of a regulation: draft, in force from a day, then replaced by the next one or abolished."""

    area = "regulations"
    attachment_kinds = {"text": _("Text of the regulation"), "wall": FileKind(_("Photo on the wall"), types=IMAGES)}
    state_tones = {"in_force": "good", "replaced": "past", "abolished": "bad"}

    regulation = models.ForeignKey(Regulation, models.PROTECT, related_name="versions", verbose_name=_("regulation"))
    number = NameField(_("version number"), max_length=20)
    text = NoteField(
        pgettext_lazy("regulation", "text"),
        help_text=_("What it says. A longer text is attached as a file after saving."),
    )
    change_note = NoteField(_("change note"), max_length=400, help_text=_("What is new against the version before."))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=pgettext_lazy("regulation", "written by"),
        editable=False,
    )
    state = models.CharField(
        _("state"), max_length=10, choices=VersionState.choices, default=VersionState.DRAFT, editable=False
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("approved by"),
        editable=False,
    )
    approved_on = models.DateField(_("approved on"), null=True, editable=False)
    effective_on = models.DateField(_("effective from"), null=True, editable=False)
    review_due = models.DateField(_("review due"), null=True, editable=False)
    replaced_on = models.DateField(_("replaced on"), null=True, editable=False)
    abolished_on = models.DateField(_("abolished on"), null=True, editable=False)

    search = SearchField("number", "change_note")

    objects = VersionQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("version of a regulation")
        verbose_name_plural = _("versions of regulations")
        ordering = ["regulation__code", F("effective_on").desc(nulls_first=True), "-pk"]
        indexes = [models.Index(fields=["studio", "effective_on", "id"], name="version_studio_effective")]
        constraints = [
            one_of("version_state", "state", VersionState),
            models.CheckConstraint(condition=~Q(number=""), name="version_has_a_number"),
            models.UniqueConstraint(
                fields=["regulation", "number"],
                name="version_number_once",
                violation_error_code=f"{BESIDE}number",
                violation_error_message=_("Another version of this regulation has this number."),
            ),
            models.UniqueConstraint(
                fields=["regulation"], condition=Q(state="in_force"), name="one_version_in_force_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["regulation"],
                condition=Q(state="draft"),
                name="one_draft_of_a_regulation_at_a_time",
                violation_error_code=f"{BESIDE}regulation",
                violation_error_message=_("A draft of this regulation is being written already. Change that one."),
            ),
            models.CheckConstraint(
                condition=(Q(state="draft") & empty("approved_by", "approved_on", "effective_on", "review_due"))
                | (~Q(state="draft") & filled("approved_by", "approved_on", "effective_on", "review_due")),
                name="version_in_force_has_its_days",
            ),
            set_exactly_in("version_replaced_on", "replaced_on", [VersionState.REPLACED]),
            set_exactly_in("version_abolished_on", "abolished_on", [VersionState.ABOLISHED]),
            models.CheckConstraint(
                condition=Q(replaced_on__isnull=True) | Q(replaced_on__gt=F("effective_on")),
                name="version_replaced_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(abolished_on__isnull=True) | Q(abolished_on__gte=F("effective_on")),
                name="version_abolished_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(review_due__isnull=True) | Q(review_due__gt=F("effective_on")),
                name="version_reviewed_after_it_began",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("author")), name="nobody_approves_own_version"
            ),
        ]

    def __str__(self):
        return f"{self.regulation} · {self.number}"

    @property
    def ended_on(self):
        """The first day on which it no longer holds, ``None`` while it does."""
        return self.replaced_on or self.abolished_on

    def why_locked(self, person):
        """People read and confirm what is in force, so it stays word for word."""
        if self.state == VersionState.DRAFT:
            return None
        return _("A version that came into force stays as it is. Write a new version with a change note.")

    def get_absolute_url(self):
        return studio_reverse(self.studio, "regulations:version_detail", pk=self.pk)
