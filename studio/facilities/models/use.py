from django.apps import apps
from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from studio.core.constraints import empty, filled
from studio.core.fields import NameField, NoteField, both_names
from studio.core.finding import SearchField
from studio.facilities.choices import function_choices
from studio.facilities.models.hours import ends_after_start
from studio.facilities.models.room import Room
from studio.facilities.querysets import UseQuerySet
from studio.kit.addresses import studio_reverse


class Use(DisciplineRecord):
    """What really happened in a room, from one time to another; no booking.

    A use that another record makes (a held session) names it as its source and follows it.
    """

    area = "facility_uses"

    room = models.ForeignKey(Room, models.PROTECT, related_name="uses", verbose_name=_("room"))
    day = models.DateField(pgettext_lazy("date", "day"))
    starts = models.TimeField(_("start"))
    ends = models.TimeField(_("end"))
    purpose = NameField(_("purpose"), blank=True)
    purpose_en = NameField(pgettext_lazy("use of a room", "purpose (English)"), blank=True)
    function = models.CharField(
        _("function"),
        max_length=30,
        choices=function_choices,
        blank=True,
        help_text=_("The function that it served; leave empty for anything else."),
    )
    persons = models.PositiveSmallIntegerField(
        _("persons"), default=1, validators=[MinValueValidator(1)], help_text=_("Who was there, trainers included.")
    )
    note = NoteField(_("note"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("recorded by"),
        editable=False,
    )  # fmt: skip
    # Plain values and no foreign key: the functions above know facilities, not the other way round.
    source_type = models.CharField(max_length=60, blank=True, editable=False)
    source_id = models.BigIntegerField(null=True, editable=False)
    counted_minutes = models.PositiveSmallIntegerField(pgettext_lazy("minutes", "counted"), default=0, editable=False)
    search = SearchField("purpose", "purpose_en")

    objects = UseQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["counted_minutes", "search"])

    class Meta:
        verbose_name = _("use of a room")
        verbose_name_plural = _("uses of rooms")
        ordering = ["-day", "-starts", "-pk"]
        indexes = [
            models.Index(fields=["studio", "-day", "-id"], name="use_studio_day"),
            models.Index(fields=["room", "day"], name="use_room_day"),
        ]
        constraints = [
            ends_after_start("use_ends_after_start", "starts", "ends"),
            models.CheckConstraint(
                condition=~Q(purpose="") | ~Q(purpose_en=""),
                name="use_has_a_purpose",
                violation_error_code="field:purpose",
                violation_error_message=_("Say what the room was used for."),
            ),
            models.CheckConstraint(condition=Q(persons__gte=1), name="use_by_somebody"),
            models.CheckConstraint(
                condition=(Q(source_type="") & empty("source_id")) | (~Q(source_type="") & filled("source_id")),
                name="use_source_is_whole",
            ),
            models.UniqueConstraint(
                fields=["source_type", "source_id"], condition=~Q(source_type=""), name="use_once_per_source"
            ),
        ]

    def __str__(self):
        return f"{both_names(self.purpose, self.purpose_en)} · {self.day}"

    def is_own(self, person) -> bool:
        """Recorded by ``person``, and by no other record."""
        return self.recorded_by_id == person.pk

    @property
    def source(self):
        """The record that this use follows, if any."""
        if not self.source_type:
            return None
        return apps.get_model(self.source_type)._base_manager.filter(pk=self.source_id).first()

    def changed_at(self, person):
        """Where a use with a source is changed, for whoever may look there."""
        source = self.source
        return source if source and person.has_perm(f"{source.area}.view", source) else None

    def why_locked(self, person):
        """A use with a source follows it, so that nothing is typed or counted twice."""
        if not self.source_type:
            return None
        return _("This use was recorded by the record it belongs to. Change room, day or hours there.")

    def get_absolute_url(self):
        return studio_reverse(self.studio, "facilities:use_detail", pk=self.pk)
