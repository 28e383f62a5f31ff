from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.facilities.models.room import Room
from studio.facilities.querysets import RoomDayQuerySet
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord

DAY = 24 * 60


class RoomDay(StudioRecord):
    """A room's day in minutes: open, used (overlapping uses once), used while open. Written by ``ledger.py`` alone.

    A day with nothing open and nothing used has no row.
    """

    area = "facilities"

    room = models.ForeignKey(Room, models.PROTECT, related_name="days", verbose_name=_("room"))
    day = models.DateField(pgettext_lazy("date", "day"))
    open_minutes = models.PositiveSmallIntegerField(pgettext_lazy("minutes", "open"))
    used_minutes = models.PositiveSmallIntegerField(pgettext_lazy("minutes", "used"))
    used_open_minutes = models.PositiveSmallIntegerField(pgettext_lazy("minutes", "used while open"))

    objects = RoomDayQuerySet.as_manager()

    class Meta:
        verbose_name = _("day of a room")
        verbose_name_plural = _("days of rooms")
        ordering = ["-day", "room", "pk"]
        indexes = [models.Index(fields=["studio", "-day", "-id"], name="room_day_studio_day")]
        constraints = [
            models.UniqueConstraint(fields=["room", "day"], name="room_day_once"),
            models.CheckConstraint(
                condition=Q(open_minutes__lte=DAY, used_minutes__lte=DAY), name="room_day_has_24_hours"
            ),
            # So utilisation is never above 100 %.
            models.CheckConstraint(
                condition=Q(used_open_minutes__lte=F("open_minutes")) & Q(used_open_minutes__lte=F("used_minutes")),
                name="room_day_used_open_within_both",
            ),
            models.CheckConstraint(
                condition=Q(open_minutes__gt=0) | Q(used_minutes__gt=0), name="room_day_says_something"
            ),
        ]

    def __str__(self):
        return f"{self.room} · {self.day}"

    def get_absolute_url(self):
        return f"{studio_reverse(self.studio, 'facilities:room_detail', pk=self.room_id)}?month={self.day:%Y-%m}"
