from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from studio.core.constraints import empty, filled, set_exactly_in
from studio.core.fields import BESIDE, NameField, one_of
from studio.core.finding import SearchField
from studio.core.text import labelled
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord
from studio.regulations.choices import SpendState
from studio.regulations.models.fund import Fund, yuan
from studio.regulations.models.kind import SpendCategory
from studio.regulations.querysets import SpendQuerySet


class Spend(StudioRecord):
    """Money spent from a fund with its voucher; it counts once somebody else has approved it."""

    area = "funds"
    discipline_path = "fund__discipline"
    attachment_kinds = {"voucher": _("Voucher or invoice")}
    state_tones = {"recorded": "waiting", "void": "past"}

    fund = models.ForeignKey(Fund, models.PROTECT, related_name="spends", verbose_name=_("fund"))
    voucher = NameField(_("voucher number"), max_length=40, help_text=_("Once in the studio."))
    spent_on = models.DateField(pgettext_lazy("spend", "day"), help_text=_("The day of the voucher."))
    amount = yuan(_("amount (CNY)"))
    category = models.ForeignKey(
        SpendCategory, models.PROTECT, related_name="spends", verbose_name=_("spending category")
    )
    purpose = NameField(_("purpose"))
    beneficiary = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("paid to"),
        help_text=_("For awards and sums paid back to a person. This person does not approve it."),
    )
    recorder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by"), editable=False
    )
    state = models.CharField(
        _("state"), max_length=10, choices=SpendState.choices, default=SpendState.RECORDED, editable=False
    )
    approved_on = models.DateField(_("approved on"), null=True, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("approved by"),
        editable=False,
    )
    voided_on = models.DateField(_("declared void on"), null=True, editable=False)

    search = SearchField("voucher", "purpose")

    objects = SpendQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("spend")
        verbose_name_plural = _("spends")
        ordering = ["-spent_on", "-pk"]
        indexes = [models.Index(fields=["studio", "-spent_on", "-id"], name="spend_studio_spent")]
        constraints = [
            one_of("spend_state", "state", SpendState),
            models.CheckConstraint(condition=Q(amount__gt=0), name="spend_has_an_amount"),
            models.CheckConstraint(condition=~Q(voucher=""), name="spend_has_a_voucher"),
            models.UniqueConstraint(
                fields=["studio", "voucher"],
                name="voucher_once_in_a_studio",
                violation_error_code=f"{BESIDE}voucher",
                violation_error_message=_("A spend with this voucher number is recorded already."),
            ),
            models.CheckConstraint(
                condition=(Q(state="recorded") & empty("approved_on", "approved_by"))
                | (Q(state="approved") & filled("approved_on", "approved_by"))
                | (Q(state="void") & (empty("approved_on", "approved_by") | filled("approved_on", "approved_by"))),
                name="spend_approved_has_its_day",
            ),
            set_exactly_in("spend_voided_on", "voided_on", [SpendState.VOID]),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("recorder")), name="nobody_approves_own_spend"
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | Q(beneficiary__isnull=True) | ~Q(approved_by=F("beneficiary")),
                name="nobody_approves_money_to_themselves",
            ),
        ]

    def __str__(self):
        return labelled(self.voucher, self.purpose)

    def why_locked(self, person):
        """What is to be approved, or was, stays as it is."""
        if self.state == SpendState.APPROVED:
            return _("An approved spend stays as it is. Declare it void with a reason and record it again.")
        if self.state == SpendState.VOID:
            return _("This spend is void. Record it again with its own voucher number.")
        return None

    def get_absolute_url(self):
        return studio_reverse(self.studio, "regulations:spend_detail", pk=self.pk)
