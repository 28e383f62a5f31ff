from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from sharing.choices import AgreementKind, AgreementState
from sharing.models.alliance import Alliance
from sharing.models.partner import PartnerUnit
from sharing.querysets import AgreementQuerySet
from studio.core.constraints import empty, filled, set_exactly_in
from studio.core.fields import NoteField, dates_in_order, one_of
from studio.core.finding import SearchField
from studio.core.titles import Titled, a_title_is_given
from studio.kit.addresses import studio_reverse


class Agreement(Titled, DisciplineRecord):
    """What the studio agreed to share with a partner unit or under an alliance."""

    area = "sharing"
    attachment_kinds = {"agreement": _("Signed agreement"), "annex": _("Annex")}
    state_tones = {"signed": "active"}

    kind = models.CharField(_("kind of sharing"), max_length=12, choices=AgreementKind.choices)
    partner = models.ForeignKey(
        PartnerUnit, models.PROTECT, null=True, blank=True, related_name="agreements", verbose_name=_("partner unit")
    )
    alliance = models.ForeignKey(
        Alliance,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="agreements",
        verbose_name=_("alliance"),
        help_text=_("When it was made under an alliance."),
    )
    aims = NoteField(_("aims"), help_text=_("What each side gives and gets."))
    from_date = models.DateField(_("in force from"))
    to_date = models.DateField(
        _("in force to"), null=True, blank=True, help_text=_("The last day, included. Leave empty when it has no end.")
    )
    state = models.CharField(
        _("state"), max_length=10, choices=AgreementState.choices, default=AgreementState.DRAFT, editable=False
    )
    signed_on = models.DateField(_("signed on"), null=True, blank=True, editable=False)
    ended_on = models.DateField(_("ended on"), null=True, blank=True, editable=False)
    search = SearchField("title", "title_en")

    objects = AgreementQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-from_date", "-pk"]
        indexes = [
            models.Index(fields=["studio", "-from_date", "-id"], name="agreement_studio_from"),
            models.Index(fields=["studio", "state", "to_date"], name="agreement_studio_ending"),
        ]
        constraints = [
            a_title_is_given("agreement_has_a_title"),
            one_of("agreement_kind", "kind", AgreementKind),
            one_of("agreement_state", "state", AgreementState),
            dates_in_order("agreement_dates"),
            models.CheckConstraint(
                condition=filled("partner") | filled("alliance"),
                name="agreement_has_a_party",
                violation_error_code="field:partner",
                violation_error_message=_("Name the partner unit or the alliance with which it is made."),
            ),
            set_exactly_in("agreement_signed_on", "signed_on", [AgreementState.SIGNED, AgreementState.ENDED]),
            set_exactly_in("agreement_ended_on", "ended_on", [AgreementState.ENDED]),
            models.CheckConstraint(
                condition=empty("signed_on") | empty("to_date") | Q(signed_on__lte=F("to_date")),
                name="agreement_signed_in_its_term",
            ),
            models.CheckConstraint(
                condition=empty("ended_on")
                | (Q(ended_on__gte=F("signed_on")) & (empty("to_date") | Q(ended_on__lte=F("to_date")))),
                name="agreement_ended_in_its_term",
            ),
        ]

    def why_locked(self, person):
        """What two sides signed stays as they signed it."""
        if self.state == AgreementState.SIGNED:
            return _("A signed agreement stays as it is. Write a new one, or take the signature back with a reason.")
        if self.state == AgreementState.ENDED:
            return _("This agreement has ended. Write a new one instead.")
        return None

    def get_absolute_url(self):
        return studio_reverse(self.studio, "sharing:agreement_detail", pk=self.pk)
