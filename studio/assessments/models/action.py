from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from studio.assessments.choices import UNFINISHED, ActionState
from studio.assessments.models.comment import Comment
from studio.core.fields import NameField, NoteField, both_names, one_of
from studio.core.finding import SearchField
from studio.organisation.models import Person
from studio.organisation.records import StudioQuerySet

DONE_STATES = (ActionState.DONE, ActionState.VERIFIED)


class ImprovementActionQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(owner=person)

    def unfinished(self):
        """Neither verified nor dropped."""
        return self.filter(state__in=UNFINISHED)

    def overdue(self, day=None):
        """Not yet done although due before ``day`` (today unless given)."""
        late = [ActionState.OPEN, ActionState.DOING]
        return self.filter(state__in=late, due_on__lt=day or timezone.localdate())


class ImprovementAction(DisciplineRecord):
    """What the studio does about a request: somebody owns it, it is due on a day, and it ends with proof."""

    area = "visit_actions"
    state_tones = {"doing": "active", "done": "waiting", "verified": "good", "dropped": "past", "open": "idle"}
    attachment_kinds = {"proof": _("Proof")}

    request = models.ForeignKey(Comment, models.PROTECT, related_name="actions", verbose_name=_("request"))
    title = NameField(_("what will be done (Chinese)"), blank=True)
    title_en = NameField(_("what will be done (English)"), blank=True)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="improvement_actions", verbose_name=_("owner"))
    due_on = models.DateField(_("due"))
    note = NoteField(_("note"))
    state = models.CharField(
        _("state"), max_length=10, choices=ActionState.choices, default=ActionState.OPEN, editable=False
    )
    done_on = models.DateField(_("done on"), null=True, blank=True, editable=False)
    closed_on = models.DateField(_("verified on"), null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("verified by"),
    )
    search = SearchField("title", "title_en")

    objects = ImprovementActionQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("improvement action")
        verbose_name_plural = _("improvement actions")
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["studio", "due_on", "id"], name="improvement_studio_due")]
        constraints = [
            one_of("improvement_state", "state", ActionState),
            models.CheckConstraint(
                condition=~models.Q(title="") | ~models.Q(title_en=""),
                name="improvement_says_what",
                violation_error_code="field:title",
                violation_error_message=_("Give a title in Chinese or in English."),
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=DONE_STATES, done_on__isnull=False)
                | (~models.Q(state__in=DONE_STATES) & models.Q(done_on__isnull=True)),
                name="improvement_done_has_its_day",
            ),
            models.CheckConstraint(
                condition=models.Q(state="verified", closed_on__isnull=False, closed_by__isnull=False)
                | (~models.Q(state="verified") & models.Q(closed_on__isnull=True, closed_by__isnull=True)),
                name="improvement_verified_has_day_and_person",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_on__isnull=True) | models.Q(closed_on__gte=models.F("done_on")),
                name="improvement_verified_after_done",
            ),
            models.CheckConstraint(
                condition=models.Q(closed_by__isnull=True) | ~models.Q(closed_by=models.F("owner")),
                name="nobody_verifies_the_own_action",
            ),
        ]

    def __str__(self):
        return self.display_name

    def get_absolute_url(self):
        """Its page."""
        return reverse("assessments:action_detail", kwargs={"studio": self.studio.slug, "pk": self.pk})

    @property
    def display_name(self) -> str:
        """What will be done, in the language in force."""
        return both_names(self.title, self.title_en)

    def why_locked(self, person) -> str | None:
        """An action that has ended stays as it is."""
        return None if self.state in UNFINISHED else _("It has ended; its facts stay as they are.")

    def state_on(self, day) -> ActionState:
        """The state it had on ``day``, as far as its dates tell."""
        if self.closed_on and self.closed_on <= day:
            return ActionState.VERIFIED
        if self.done_on:
            return ActionState.DONE if self.done_on <= day else ActionState.DOING
        return ActionState(self.state)

    @property
    def is_overdue(self) -> bool:
        """Not yet done although its day has passed."""
        return self.state in (ActionState.OPEN, ActionState.DOING) and self.due_on < timezone.localdate()
