from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from studio.core.constraints import empty, filled, set_exactly_in
from studio.core.fields import NoteField, one_of
from studio.core.finding import SearchField
from studio.core.money import CENT
from studio.core.periods import FIRST_YEAR, LAST_YEAR
from studio.core.titles import Titled, a_title_is_given
from studio.kit.addresses import studio_reverse
from studio.regulations.choices import FundSource, FundState
from studio.regulations.querysets import FundQuerySet


def yuan(label, **options) -> models.DecimalField:
    """A sum in yuan, to the cent, more than nothing."""
    return models.DecimalField(label, max_digits=14, decimal_places=2, validators=[MinValueValidator(CENT)], **options)


class Fund(Titled, DisciplineRecord):
    """Money for one year from one source, for the whole studio or one discipline."""

    area = "funds"
    attachment_kinds = {"grant": _("Notice or plan of the funds")}

    source = models.CharField(_("source"), max_length=12, choices=FundSource.choices)
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    budget = yuan(_("budget (CNY)"))
    note = NoteField(_("note"))
    recorder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("recorded by"), editable=False
    )
    state = models.CharField(
        _("state"), max_length=10, choices=FundState.choices, default=FundState.DRAFT, editable=False
    )
    opened_on = models.DateField(_("open from"), null=True, editable=False)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("opened by"),
        editable=False,
    )
    closed_on = models.DateField(pgettext_lazy("fund", "closed on"), null=True, editable=False)

    search = SearchField("title", "title_en")

    objects = FundQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("fund")
        verbose_name_plural = _("funds")
        ordering = ["-year", "title", "pk"]
        indexes = [models.Index(fields=["studio", "-year", "-id"], name="fund_studio_year")]
        constraints = [
            a_title_is_given("fund_has_a_title"),
            one_of("fund_source", "source", FundSource),
            one_of("fund_state", "state", FundState),
            models.CheckConstraint(condition=Q(year__range=(FIRST_YEAR, LAST_YEAR)), name="fund_year_is_a_year"),
            models.CheckConstraint(condition=Q(budget__gt=0), name="fund_has_a_budget"),
            models.CheckConstraint(
                condition=(Q(state="draft") & empty("opened_on", "opened_by"))
                | (~Q(state="draft") & filled("opened_on", "opened_by")),
                name="fund_opened_has_its_day",
            ),
            set_exactly_in("fund_closed_on", "closed_on", [FundState.CLOSED]),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")), name="fund_closed_after_opened"
            ),
            models.CheckConstraint(
                condition=Q(opened_by__isnull=True) | ~Q(opened_by=F("recorder")), name="nobody_opens_the_own_fund"
            ),
        ]

    def why_locked(self, person):
        """What was granted stays; more money is another fund."""
        if self.state == FundState.DRAFT:
            return None
        return _("An open fund keeps its budget. Record more money as a fund of its own.")

    def get_absolute_url(self):
        return studio_reverse(self.studio, "regulations:fund_detail", pk=self.pk)
