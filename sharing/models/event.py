from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from sharing.choices import EventKind, EventState
from sharing.models.alliance import Alliance
from sharing.models.partner import PartnerUnit
from sharing.querysets import EventQuerySet
from studio.core.constraints import empty, filled, set_exactly_in
from studio.core.fields import NameField, NoteField, one_of
from studio.core.finding import SearchField
from studio.core.titles import Titled, a_title_is_given
from studio.files.kinds import IMAGES, FileKind
from studio.kit.addresses import studio_reverse

MOST_HEADS = 100_000


class ExchangeEvent(Titled, DisciplineRecord):
    """A meeting, lesson or visit with others."""

    area = "sharing"
    attachment_kinds = {
        "photo": FileKind(_("Photo"), types=IMAGES),
        "minutes": _("Minutes"),
        "material": pgettext_lazy("sharing", "Material"),
    }

    kind = models.CharField(_("type"), max_length=12, choices=EventKind.choices)
    partners = models.ManyToManyField(PartnerUnit, related_name="events", blank=True, verbose_name=_("partner units"))
    alliance = models.ForeignKey(
        Alliance,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="events",
        verbose_name=_("alliance"),
        help_text=_("When it is an event of an alliance."),
    )
    planned_on = models.DateField(_("planned day"))
    place = NameField(_("place"), blank=True)
    agenda = NoteField(_("agenda"))
    output = NoteField(_("output"), help_text=_("What came of it: agreed points, a method, a follow-up."))
    state = models.CharField(
        _("state"), max_length=10, choices=EventState.choices, default=EventState.PLANNED, editable=False
    )
    held_on = models.DateField(_("held on"), null=True, blank=True, editable=False)
    cancelled_on = models.DateField(_("cancelled on"), null=True, blank=True, editable=False)
    own_heads = models.PositiveIntegerField(
        _("own people"), null=True, blank=True, editable=False, validators=[MaxValueValidator(MOST_HEADS)]
    )
    guest_heads = models.PositiveIntegerField(
        _("guests"), null=True, blank=True, editable=False, validators=[MaxValueValidator(MOST_HEADS)]
    )
    search = SearchField("title", "title_en", "place")

    objects = EventQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"], m2m_fields=[partners])

    class Meta:
        verbose_name = _("exchange event")
        verbose_name_plural = _("exchange events")
        ordering = ["-planned_on", "-pk"]
        indexes = [
            models.Index(fields=["studio", "-planned_on", "-id"], name="event_studio_planned_on"),
            models.Index(fields=["studio", "held_on"], name="event_studio_held_on"),
        ]
        constraints = [
            a_title_is_given("event_has_a_title"),
            one_of("event_kind", "kind", EventKind),
            one_of("event_state", "state", EventState),
            set_exactly_in("event_held_on", "held_on", [EventState.HELD]),
            set_exactly_in("event_cancelled_on", "cancelled_on", [EventState.CANCELLED]),
            models.CheckConstraint(
                condition=(Q(state="held") & filled("own_heads", "guest_heads"))
                | (~Q(state="held") & empty("own_heads", "guest_heads")),
                name="event_heads_when_held",
            ),
            models.CheckConstraint(
                condition=empty("own_heads")
                | (
                    Q(own_heads__range=(0, MOST_HEADS), guest_heads__range=(0, MOST_HEADS))
                    & ~Q(own_heads=0, guest_heads=0)
                ),
                name="event_somebody_came",
            ),
        ]

    def why_locked(self, person):
        """A cancelled event is settled."""
        if self.state == EventState.CANCELLED:
            return _("This event is cancelled. Plan a new one instead.")
        return None

    def get_absolute_url(self):
        return studio_reverse(self.studio, "sharing:event_detail", pk=self.pk)
