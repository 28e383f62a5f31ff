from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from studio.core.constraints import set_exactly_in
from studio.core.fields import BESIDE, NameField, NoteField, dates_in_order, one_of
from studio.core.finding import SearchField
from studio.core.titles import Titled, a_title_is_given
from studio.files.kinds import IMAGES, FileKind
from studio.kit.addresses import studio_reverse
from studio.regulations.choices import MeetingKind, MeetingState, Per
from studio.regulations.querysets import MeetingQuerySet, MeetingRuleQuerySet

MOST_GUESTS = 2000
MOST_TIMES = 31


class Meeting(Titled, DisciplineRecord):
    """A meeting of the studio or of one group: planned, held with minutes, or cancelled."""

    area = "regulations"
    attachment_kinds = {
        "minutes": _("Minutes"),
        "sign_in": _("Sign-in sheet"),
        "photo": FileKind(_("Photo"), types=IMAGES),
    }

    kind = models.CharField(_("kind"), max_length=10, choices=MeetingKind.choices)
    planned_on = models.DateField(_("planned day"))
    place = NameField(_("place"), blank=True)
    agenda = NoteField(_("agenda"))
    present = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="meetings",
        verbose_name=pgettext_lazy("meeting", "people present"),
        editable=False,
    )
    guests = models.PositiveSmallIntegerField(
        _("others present"), default=0, editable=False, validators=[MaxValueValidator(MOST_GUESTS)]
    )
    decisions = NoteField(_("decisions"), editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=MeetingState.choices, default=MeetingState.PLANNED, editable=False
    )
    held_on = models.DateField(pgettext_lazy("meeting", "held on"), null=True, editable=False)
    cancelled_on = models.DateField(_("cancelled on"), null=True, editable=False)

    search = SearchField("title", "title_en", "place", "decisions")

    objects = MeetingQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-planned_on", "-pk"]
        indexes = [
            models.Index(fields=["studio", "-planned_on", "-id"], name="meeting_studio_planned"),
            models.Index(fields=["studio", "held_on"], name="meeting_studio_held"),
        ]
        constraints = [
            a_title_is_given("meeting_has_a_title"),
            one_of("meeting_kind", "kind", MeetingKind),
            one_of("meeting_state", "state", MeetingState),
            set_exactly_in("meeting_held_on", "held_on", [MeetingState.HELD]),
            set_exactly_in("meeting_cancelled_on", "cancelled_on", [MeetingState.CANCELLED]),
            models.CheckConstraint(condition=Q(guests__lte=MOST_GUESTS), name="meeting_guests"),
        ]

    def why_locked(self, person):
        """What figures count is corrected with a reason."""
        if self.state == MeetingState.HELD:
            return _("This meeting was held. Correct its record with a reason.")
        if self.state == MeetingState.CANCELLED:
            return _("This meeting is cancelled. Plan a new one instead.")
        return None

    def get_absolute_url(self):
        return studio_reverse(self.studio, "regulations:meeting_detail", pk=self.pk)


def _one_open_rule(name: str, fields: list[str], which: Q) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=fields,
        condition=Q(to_date__isnull=True) & which,
        name=name,
        violation_error_code=f"{BESIDE}kind",
        violation_error_message=_("A rule for this kind holds already. End that first."),
    )


class MeetingRule(DisciplineRecord):
    """How often meetings of a kind are to be held, from one day to another.

    So many times a month, quarter or year fall due on its last day, when that day lies within the rule. For any two
    dates the number expected is therefore ``times`` × the months (quarters, years) that end between them.
    """

    area = "regulations"

    kind = models.CharField(_("kind"), max_length=10, choices=MeetingKind.choices)
    times = models.PositiveSmallIntegerField(
        _("times"), default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_TIMES)]
    )
    per = models.CharField(
        _("how often"),
        max_length=10,
        choices=Per.choices,
        default=Per.MONTH,
        help_text=_("They fall due on the last day of each month, quarter or year."),
    )
    from_date = models.DateField(_("from"), default=timezone.localdate)
    to_date = models.DateField(_("to"), null=True, blank=True)

    objects = MeetingRuleQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("meeting rule")
        verbose_name_plural = _("meeting rules")
        ordering = ["kind", "discipline__order", "-from_date", "pk"]
        indexes = [models.Index(fields=["studio", "kind", "from_date"], name="meeting_rule_studio_kind")]
        constraints = [
            one_of("meeting_rule_kind", "kind", MeetingKind),
            one_of("meeting_rule_per", "per", Per),
            models.CheckConstraint(condition=Q(times__range=(1, MOST_TIMES)), name="meeting_rule_times"),
            dates_in_order("meeting_rule_dates"),
            _one_open_rule("meeting_rule_once_at_a_time", ["studio", "kind", "discipline"], Q()),
            _one_open_rule("meeting_rule_once_for_all", ["studio", "kind"], Q(discipline__isnull=True)),
        ]

    def __str__(self):
        return gettext("%(kind)s, %(times)s × %(per)s") % {
            "kind": self.get_kind_display(),
            "times": self.times,
            "per": self.get_per_display(),
        }

    def get_absolute_url(self):
        return studio_reverse(self.studio, "regulations:rule_detail", pk=self.pk)
