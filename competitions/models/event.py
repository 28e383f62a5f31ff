from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from competitions.choices import SEALED, TOOK_PLACE, EventForm, EventState
from competitions.models.competition import Competition
from competitions.querysets import EventQuerySet, JudgeQuerySet
from disciplines.models import Occupation
from disciplines.records import DisciplineRecord
from studio.core.constraints import set_exactly_in
from studio.core.fields import NameField, one_of
from studio.core.finding import SearchField
from studio.core.text import labelled
from studio.core.titles import Titled, a_title_is_given
from studio.files.kinds import IMAGES, FileKind
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord


class Event(Titled, DisciplineRecord):
    """One event of a competition: what is competed in, by people or by teams."""

    area = "competitions"
    attachment_kinds = {"task": pgettext_lazy("competition", "Task"), "photo": FileKind(_("Photo"), types=IMAGES)}
    state_tones = {"locked": "waiting", "published": "good"}

    competition = models.ForeignKey(Competition, models.PROTECT, related_name="events", verbose_name=_("competition"))
    occupation = models.ForeignKey(
        Occupation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("occupation")
    )
    form = models.CharField(
        pgettext_lazy("competition", "form"), max_length=10, choices=EventForm.choices, default=EventForm.INDIVIDUAL
    )
    planned_on = models.DateField(_("planned day"))
    enter_until = models.DateField(
        _("entry until"), null=True, blank=True, help_text=_("The last day on which people enter themselves.")
    )
    place = NameField(_("place"), blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=EventState.choices, default=EventState.PLANNED, editable=False
    )
    held_on = models.DateField(_("held on"), null=True, editable=False)
    locked_on = models.DateField(_("marks locked on"), null=True, editable=False)
    published_on = models.DateField(pgettext_lazy("competition", "published on"), null=True, editable=False)
    cancelled_on = models.DateField(_("cancelled on"), null=True, editable=False)
    search = SearchField("title", "title_en")

    objects = EventQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = pgettext_lazy("competition", "event")
        verbose_name_plural = pgettext_lazy("competition", "events")
        ordering = ["-planned_on", "-pk"]
        indexes = [
            models.Index(fields=["studio", "-planned_on", "-id"], name="contest_event_planned_on"),
            models.Index(fields=["studio", "held_on"], name="contest_event_by_held_on"),
            models.Index(fields=["studio", "state", "planned_on", "id"], name="contest_event_by_state"),
        ]
        constraints = [
            a_title_is_given("contest_event_has_a_title"),
            one_of("contest_event_form", "form", EventForm),
            one_of("contest_event_state", "state", EventState),
            set_exactly_in("contest_event_held_on", "held_on", TOOK_PLACE),
            set_exactly_in("contest_event_locked_on", "locked_on", SEALED),
            set_exactly_in("contest_event_published_on", "published_on", [EventState.PUBLISHED]),
            set_exactly_in("contest_event_cancelled_on", "cancelled_on", [EventState.CANCELLED]),
            models.CheckConstraint(
                condition=Q(enter_until__isnull=True) | Q(enter_until__lte=F("planned_on")),
                name="contest_event_entry_ends_before_it",
                violation_error_code="field:enter_until",
                violation_error_message=_("Entry ends on the planned day or before."),
            ),
            models.CheckConstraint(
                condition=Q(locked_on__isnull=True) | Q(locked_on__gte=F("held_on")),
                name="contest_event_locked_after_held",
            ),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | Q(published_on__gte=F("locked_on")),
                name="contest_event_published_after_locked",
            ),
        ]

    @property
    def is_team(self) -> bool:
        """Whether teams compete."""
        return self.form == EventForm.TEAM

    def why_locked(self, person):
        """What marks or a closed competition stand on stays as it is."""
        if self.state in SEALED:
            return _("The marks are locked, so the event stays as it is.")
        if self.state == EventState.CANCELLED:
            return _("This event is cancelled. Plan a new one instead.")
        return self.competition.why_locked(person)

    def get_absolute_url(self):
        return studio_reverse(self.studio, "competitions:event_detail", pk=self.pk)


class JudgeAssignment(StudioRecord):
    """Somebody who judges one of our own events. It takes the role of judge as well to give marks."""

    area = "competitions"
    discipline_path = "event__discipline"

    event = models.ForeignKey(
        Event, models.PROTECT, related_name="judges", verbose_name=pgettext_lazy("competition", "event")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="events_judged", verbose_name=_("judge")
    )

    objects = JudgeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("judge of an event")
        verbose_name_plural = _("judges of events")
        ordering = ["event", "person__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "person"],
                name="contest_judge_once_per_event",
                violation_error_code="field:person",
                violation_error_message=_("This person judges the event already."),
            )
        ]

    def __str__(self):
        return labelled(self.event, self.person)

    def why_locked(self, person):
        """Who gave marks stays named as a judge."""
        if self.event.state in SEALED:
            return _("The marks are locked, so the judges stay as they are.")
        if self.event.entries.filter(mark__marked_by=self.person_id).exists():
            return _("This judge has given marks in the event and stays named.")
        return None

    def get_absolute_url(self):
        return self.event.get_absolute_url() + "?tab=judges"
