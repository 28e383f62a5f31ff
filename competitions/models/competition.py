from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from competitions.choices import CompetitionKind, CompetitionLevel, CompetitionState
from competitions.querysets import CompetitionQuerySet
from disciplines.records import DisciplineRecord
from studio.core.constraints import set_exactly_in
from studio.core.fields import NameField, NoteField, dates_in_order, one_of
from studio.core.finding import SearchField
from studio.core.titles import Titled, a_title_is_given
from studio.files.kinds import IMAGES, FileKind
from studio.kit.addresses import studio_reverse


class Competition(Titled, DisciplineRecord):
    """A skills competition that the studio organises, or that its people attend elsewhere."""

    area = "competitions"
    # No score sheets: whoever sees the competition would read marks there before they are published.
    attachment_kinds = {
        "notice": pgettext_lazy("competition", "Notice"),
        "rules": pgettext_lazy("competition", "Rules"),
        "award_notice": _("Award notice"),
        "photo": FileKind(_("Photo"), types=IMAGES),
    }

    kind = models.CharField(_("kind"), max_length=10, choices=CompetitionKind.choices)
    level = models.CharField(
        _("level"), max_length=10, choices=CompetitionLevel.choices, help_text=_("Its awards have the same level.")
    )
    organiser = NameField(_("organiser"), help_text=_("Who holds the competition: unit or union."))
    place = NameField(_("place"), blank=True)
    from_date = models.DateField(_("first day"))
    to_date = models.DateField(_("last day"))
    note = NoteField(_("note"))
    state = models.CharField(
        _("state"), max_length=10, choices=CompetitionState.choices, default=CompetitionState.PLANNED, editable=False
    )
    held_on = models.DateField(_("held on"), null=True, editable=False)
    closed_on = models.DateField(_("closed on"), null=True, editable=False)
    cancelled_on = models.DateField(_("cancelled on"), null=True, editable=False)
    search = SearchField("title", "title_en", "organiser")

    objects = CompetitionQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("competition")
        verbose_name_plural = _("competitions")
        ordering = ["-from_date", "-pk"]
        indexes = [
            models.Index(fields=["studio", "-from_date", "-id"], name="competition_studio_from"),
            models.Index(fields=["studio", "held_on"], name="competition_studio_held_on"),
        ]
        constraints = [
            a_title_is_given("competition_has_a_title"),
            one_of("competition_kind", "kind", CompetitionKind),
            one_of("competition_level", "level", CompetitionLevel),
            one_of("competition_state", "state", CompetitionState),
            dates_in_order("competition_dates"),
            set_exactly_in("competition_held_on", "held_on", [CompetitionState.HELD, CompetitionState.CLOSED]),
            set_exactly_in("competition_closed_on", "closed_on", [CompetitionState.CLOSED]),
            set_exactly_in("competition_cancelled_on", "cancelled_on", [CompetitionState.CANCELLED]),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("held_on")),
                name="competition_closed_after_held",
            ),
        ]

    @property
    def is_ours(self) -> bool:
        """Whether the studio itself holds it, so that its judges give the marks."""
        return self.kind == CompetitionKind.ORGANISED

    def why_locked(self, person):
        """Closed and cancelled competitions are settled."""
        if self.state == CompetitionState.CLOSED:
            return _("This competition is closed. Reopen it with a reason to correct it.")
        if self.state == CompetitionState.CANCELLED:
            return _("This competition is cancelled. Plan a new one instead.")
        return None

    def get_absolute_url(self):
        return studio_reverse(self.studio, "competitions:competition_detail", pk=self.pk)
