from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from studio.core.fields import dates_in_order, one_of
from studio.core.finding import SearchField
from studio.core.titles import Titled, a_title_is_given
from studio.facilities.choices import Weekday
from studio.facilities.models.room import Room
from studio.facilities.querysets import ClosureQuerySet, OpenHoursQuerySet
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord


def ends_after_start(constraint_name: str, first: str, last: str) -> models.CheckConstraint:
    """Database check: a time of day after another one."""
    return models.CheckConstraint(
        condition=Q((f"{last}__gt", F(first))),
        name=constraint_name,
        violation_error_code=f"field:{last}",
        violation_error_message=_("The end must come after the start, on the same day."),
    )


class OpenHours(StudioRecord):
    """When a room is open on one day of the week; a day may have several, which never overlap (by trigger)."""

    area = "facilities"

    room = models.ForeignKey(Room, models.PROTECT, related_name="open_hours", verbose_name=_("room"))
    weekday = models.PositiveSmallIntegerField(_("day of the week"), choices=Weekday.choices)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))
    from_date = models.DateField(pgettext_lazy("hours", "valid from"))
    to_date = models.DateField(
        pgettext_lazy("hours", "valid to"), null=True, blank=True, help_text=_("Empty until they change.")
    )

    objects = OpenHoursQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("open hours")
        verbose_name_plural = _("open hours")
        ordering = ["room", "weekday", "opens", "pk"]
        indexes = [models.Index(fields=["studio", "room", "weekday"], name="open_hours_studio_room")]
        constraints = [
            one_of("open_hours_weekday", "weekday", Weekday),
            ends_after_start("open_hours_close_after_opening", "opens", "closes"),
            dates_in_order("open_hours_dates"),
        ]

    def __str__(self):
        return f"{self.get_weekday_display()} {self.opens:%H:%M}–{self.closes:%H:%M}"

    def get_absolute_url(self):
        return studio_reverse(self.studio, "facilities:open_hours_detail", pk=self.pk)


class Closure(Titled, StudioRecord):
    """Days on which a room, or the whole site, is closed whatever its hours say."""

    area = "facilities"

    room = models.ForeignKey(
        Room,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="closures",
        verbose_name=_("room"),
        help_text=_("Leave empty when the whole site is closed."),
    )
    from_date = models.DateField(_("closed from"))
    to_date = models.DateField(_("closed to"), help_text=_("The last closed day."))
    search = SearchField("title", "title_en")

    objects = ClosureQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("closure")
        verbose_name_plural = _("closures")
        ordering = ["-from_date", "-pk"]
        indexes = [models.Index(fields=["studio", "-from_date", "-id"], name="closure_studio_from")]
        constraints = [a_title_is_given("closure_says_why"), dates_in_order("closure_dates")]

    @property
    def place(self) -> str:
        """What is closed, in words."""
        return str(self.room) if self.room_id else gettext("Whole site")

    def get_absolute_url(self):
        return studio_reverse(self.studio, "facilities:closure_detail", pk=self.pk)
