from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Round
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from innovations.choices import BenefitMethod, ClaimState
from innovations.models.project import Project
from innovations.models.result import Result
from studio.core.constraints import empty, filled
from studio.core.fields import NoteField, dates_in_order, one_of
from studio.core.text import labelled
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioQuerySet, StudioRecord


def money(label, **options) -> models.DecimalField:
    """An amount in yuan, to the cent, not negative."""
    return models.DecimalField(label, max_digits=14, decimal_places=2, validators=[MinValueValidator(0)], **options)


class BenefitClaimQuerySet(StudioQuerySet):
    def own(self, person):
        return self.filter(claimant=person)

    def waiting(self):
        """Submitted and not yet judged, the oldest first."""
        return self.filter(state=ClaimState.SUBMITTED).order_by("submitted_on", "pk")

    def starting_in(self, period, as_of):
        """Submitted ones whose effect starts in the period, as known on the cut-off day."""
        last = min(period.end, as_of)
        return self.filter(effect_from__range=(period.start, last), submitted_on__isnull=False)

    def not_claimed_by(self, person):
        """Those that ``person`` could confirm: neither claimed by them nor from a project of theirs."""
        own = Q(claimant=person) | Q(project__leader=person)
        return self.exclude(own).exclude(project__members__person=person)

    def counting_twice(self, claim):
        """Submitted claims of the same project, result and method whose effect covers some of the same days."""
        same = self.filter(project=claim.project_id, result=claim.result_id, method=claim.method)
        days = same.filter(effect_from__lte=claim.effect_to, effect_to__gte=claim.effect_from)
        return days.exclude(pk=claim.pk).exclude(state=ClaimState.DRAFT)


class BenefitClaim(StudioRecord):
    """What a project or one of its results saved or earned within at most twelve months, as its people claim it."""

    area = "benefits"
    discipline_path = "project__discipline"
    attachment_kinds = {"calculation": _("Calculation"), "evidence": _("Evidence of the sum")}
    state_tones = {"judged": "good"}

    project = models.ForeignKey(Project, models.PROTECT, related_name="claims", verbose_name=_("project"))
    result = models.ForeignKey(
        Result, models.PROTECT, null=True, blank=True, related_name="claims", verbose_name=_("result")
    )
    claimant = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("claimant"), editable=False
    )
    method = models.CharField(_("method"), max_length=12, choices=BenefitMethod.choices)
    calculation = NoteField(
        _("calculation"),
        blank=False,
        help_text=_("Before, after, price and its source, volume: anybody can redo it."),
    )
    effect_from = models.DateField(_("effect from"), help_text=_("The benefit belongs to the year of this day."))
    effect_to = models.DateField(_("effect to"), help_text=_("At most twelve months after the first day."))
    gross = money(_("gross benefit (CNY)"))
    cost = money(_("cost put in (CNY)"), default=Decimal(0))
    net = money(_("net benefit (CNY)"), editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=ClaimState.choices, default=ClaimState.DRAFT, editable=False
    )
    submitted_on = models.DateField(_("submitted on"), null=True, blank=True, editable=False)
    confirmed = money(_("confirmed benefit (CNY)"), null=True, blank=True, editable=False)
    judged_on = models.DateField(_("judged on"), null=True, blank=True, editable=False)

    objects = BenefitClaimQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("benefit claim")
        verbose_name_plural = _("benefit claims")
        ordering = ["-effect_from", "-pk"]
        indexes = [models.Index(fields=["studio", "effect_from", "id"], name="claim_studio_effect")]
        constraints = [
            one_of("claim_state", "state", ClaimState),
            one_of("claim_method", "method", BenefitMethod),
            dates_in_order("claim_effect_dates", "effect_from", "effect_to"),
            models.CheckConstraint(
                condition=Q(effect_to__year__lt=F("effect_from__year") + 1)
                | Q(effect_to__year=F("effect_from__year") + 1, effect_to__month__lt=F("effect_from__month"))
                | Q(
                    effect_to__year=F("effect_from__year") + 1,
                    effect_to__month=F("effect_from__month"),
                    effect_to__day__lt=F("effect_from__day"),
                ),
                name="claim_effect_within_a_year",
                violation_error_code="field:effect_to",
                violation_error_message=_("The effect of a claim counts for at most twelve months."),
            ),
            models.CheckConstraint(
                condition=Q(gross__gte=0, cost__gte=0, net__gte=0),
                name="claim_amounts_not_negative",
                violation_error_message=_("Amounts are not negative."),
            ),
            # Rounded, because SQLite keeps decimals as floats.
            models.CheckConstraint(
                condition=Q(net=Round(F("gross") - F("cost"), 2)), name="claim_net_is_gross_minus_cost"
            ),
            models.CheckConstraint(
                condition=(Q(state="draft") & empty("submitted_on")) | (~Q(state="draft") & filled("submitted_on")),
                name="claim_submitted_has_its_day",
            ),
            models.CheckConstraint(
                condition=(Q(state="judged") & filled("confirmed", "judged_on"))
                | (~Q(state="judged") & empty("confirmed", "judged_on")),
                name="claim_judged_has_its_sum",
            ),
            models.CheckConstraint(
                condition=Q(confirmed__isnull=True) | Q(confirmed__gte=0, confirmed__lte=F("net")),
                name="claim_confirmed_within_net",
            ),
        ]

    def __str__(self):
        return labelled(self.titled, self.get_method_display())

    def save(self, *args, **kwargs):
        """Keep the net in step with what was typed."""
        self.net = self.gross - self.cost
        if fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*fields, "net"}
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return studio_reverse(self.studio, "innovations:claim_detail", pk=self.pk)

    @property
    def titled(self) -> Result | Project:
        """What is named in sentences about the claim: its result, or else its project."""
        return self.result or self.project

    def benefits(self, person) -> bool:
        """Whether ``person`` claimed it or belongs to the project that it pays into."""
        return self.claimant_id == person.pk or self.project.is_own(person)

    def why_locked(self, person):
        """What finance is to judge stays as it is."""
        if self.state != ClaimState.DRAFT:
            return _("A submitted claim stays as it is; finance judges exactly this.")
        return None
