from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from competitions.choices import TAKES_ENTRIES
from competitions.models.event import Event
from competitions.querysets import EntrantQuerySet, EntryQuerySet
from studio.core.fields import NameField
from studio.core.finding import SearchField
from studio.core.text import labelled, listed
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord


class Entry(StudioRecord):
    """A person or a team in one event. Who they are stands in its entrants."""

    area = "competitions"
    discipline_path = "event__discipline"

    event = models.ForeignKey(
        Event, models.PROTECT, related_name="entries", verbose_name=pgettext_lazy("competition", "event")
    )
    team_name = NameField(pgettext_lazy("competition", "team"), blank=True, help_text=_("Only in team events."))
    absent = models.BooleanField(pgettext_lazy("competition", "absent"), default=False, editable=False)
    search = SearchField("team_name")

    objects = EntryQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = pgettext_lazy("competition", "entry")
        verbose_name_plural = pgettext_lazy("competition", "entries")
        ordering = ["event", "pk"]
        indexes = [models.Index(fields=["studio", "-id"], name="contest_entry_studio")]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "team_name"],
                condition=~Q(team_name=""),
                name="contest_team_name_once_per_event",
                violation_error_code="field:team_name",
                violation_error_message=_("Another team of this event has this name."),
            )
        ]

    def __str__(self):
        return self.team_name or listed(self.people) or "—"

    @property
    def people(self) -> list[str]:
        """Names of all who compete together."""
        return [str(one) for one in self.entrants.all()]

    def has_entrant(self, person) -> bool:
        """Whether ``person`` competes in it."""
        return self.entrants.filter(person=person).exists()

    def why_locked(self, person):
        """People change while entries are taken; what was marked stays."""
        if self.event.state not in TAKES_ENTRIES:
            return _("Entries of this event stay as they are.")
        if not self.team_name:
            return _("An individual entry is one person: withdraw it and enter somebody else.")
        return self.event.why_locked(person)

    def get_absolute_url(self):
        return studio_reverse(self.studio, "competitions:entry_detail", pk=self.pk)


class Entrant(StudioRecord):
    """One person of an entry. Team mates from elsewhere are text."""

    area = "competitions"
    discipline_path = "event__discipline"

    entry = models.ForeignKey(
        Entry, models.CASCADE, related_name="entrants", verbose_name=pgettext_lazy("competition", "entry")
    )
    # The entry's event once more, so that the database can see to it that a person enters once.
    event = models.ForeignKey(
        Event, models.PROTECT, related_name="entrants", verbose_name=pgettext_lazy("competition", "event")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="competition_entries",
        verbose_name=_("person"),
    )
    guest = NameField(_("from elsewhere"), max_length=120, blank=True)

    objects = EntrantQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("entrant")
        verbose_name_plural = _("entrants")
        ordering = ["entry", "pk"]
        indexes = [models.Index(fields=["studio", "person", "id"], name="contest_entrant_studio_person")]
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="contest_entrant_once_per_event"),
            models.CheckConstraint(
                condition=Q(person__isnull=False, guest="") | (Q(person__isnull=True) & ~Q(guest="")),
                name="contest_entrant_is_one_of_us_or_a_guest",
            ),
        ]

    def __str__(self):
        return str(self.person) if self.person_id else self.guest

    @property
    def titled(self) -> str:
        """Who in which event, for sentences that stand alone."""
        return labelled(self.event, self)

    def get_absolute_url(self):
        return studio_reverse(self.studio, "competitions:entry_detail", pk=self.entry_id)
