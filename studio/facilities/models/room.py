from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from studio.core.fields import NameField, NoteField, TwoNames, a_name_is_given, dates_in_order, one_of
from studio.core.finding import SearchField
from studio.core.periods import FIRST_YEAR, LAST_YEAR
from studio.facilities.choices import RoomUse
from studio.facilities.querysets import RoomQuerySet
from studio.files.kinds import IMAGES, FileKind
from studio.kit.addresses import studio_reverse
from studio.organisation.models import Base
from studio.organisation.records import StudioRecord


class Room(TwoNames, StudioRecord):
    """A room, workshop or yard of the studio, in service from one day to another."""

    area = "facilities"
    attachment_kinds = {"photo": FileKind(_("Photo"), types=IMAGES), "plan": _("Floor plan or rules on the wall")}

    name = NameField(_("Chinese name"), blank=True)
    name_en = NameField(_("English name"), blank=True)
    base = models.ForeignKey(Base, models.PROTECT, null=True, blank=True, related_name="rooms", verbose_name=_("base"))
    use = models.CharField(_("meant for"), max_length=12, choices=RoomUse.choices)
    floor_area = models.DecimalField(
        _("area"),
        max_digits=8,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.01"))],
        help_text=_("In square metres."),
    )
    seats = models.PositiveSmallIntegerField(_("seats"), default=0)
    stations = models.PositiveSmallIntegerField(
        _("work stations"), default=0, help_text=_("Places where one person can practise.")
    )
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("keeper")
    )
    from_date = models.DateField(_("in service from"))
    to_date = models.DateField(
        _("in service to"), null=True, blank=True, help_text=_("The last day; empty while it is in service.")
    )
    risk_notice = NoteField(_("risk notice"), help_text=_("What is dangerous here and what to wear."))
    # The ledger of its days reaches to here; a job carries it on when the year turns.
    counted_until = models.DateField(null=True, editable=False)
    search = SearchField("name", "name_en")

    objects = RoomQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["counted_until", "search"])

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["base__order", "name", "name_en", "pk"]
        indexes = [models.Index(fields=["studio", "name", "id"], name="room_studio_name")]
        constraints = [
            a_name_is_given("room_has_a_name"),
            one_of("room_use", "use", RoomUse),
            dates_in_order("room_dates"),
            models.CheckConstraint(condition=Q(floor_area__gt=0), name="room_has_an_area"),
            models.CheckConstraint(
                condition=Q(from_date__year__range=(FIRST_YEAR, LAST_YEAR)),
                name="room_from_date_is_a_day_of_our_time",
                violation_error_code="field:from_date",
                violation_error_message=_("Give a day between 1949 and 2199."),
            ),
        ]

    def __str__(self):
        return self.display_name

    def in_service_on(self, day) -> bool:
        """Whether the room can be used on ``day``."""
        return self.from_date <= day and (self.to_date is None or day <= self.to_date)

    def get_absolute_url(self):
        return studio_reverse(self.studio, "facilities:room_detail", pk=self.pk)
