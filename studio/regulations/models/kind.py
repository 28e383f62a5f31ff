from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from studio.core.fields import BESIDE, NameField, NoteField, TwoNames, a_name_is_given, dates_in_order
from studio.core.finding import SearchField
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord
from studio.regulations.querysets import RequiredKindQuerySet


class Catalogue(TwoNames, models.Model):
    """A row of a list that belongs to the whole installation and that administrators edit."""

    key = models.SlugField(_("key"), max_length=30, unique=True)
    name = NameField(_("Chinese name"), max_length=60, blank=True)
    name_en = NameField(_("English name"), max_length=60, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    def __str__(self):
        return self.display_name


class RegulationKind(Catalogue):
    """What a regulation is about, such as meetings or the use of funds."""

    search = SearchField("name", "name_en")

    history = HistoricalRecords(excluded_fields=["search"])

    class Meta(Catalogue.Meta):
        verbose_name = _("kind of regulation")
        verbose_name_plural = _("kinds of regulation")
        constraints = [a_name_is_given("regulation_kind_has_a_name")]


class SpendCategory(Catalogue):
    """What money is spent on; support is limited to such categories."""

    history = HistoricalRecords()

    class Meta(Catalogue.Meta):
        verbose_name = _("spending category")
        verbose_name_plural = _("spending categories")
        constraints = [a_name_is_given("spend_category_has_a_name")]


class RequiredKind(StudioRecord):
    """A kind of regulation that the studio must keep, from one day to another."""

    area = "regulations"
    state_tones = {"in_force": "good", "overdue": "waiting", "missing": "bad"}

    kind = models.ForeignKey(
        RegulationKind, models.PROTECT, related_name="required", verbose_name=_("kind of regulation")
    )
    from_date = models.DateField(_("from"), default=timezone.localdate)
    to_date = models.DateField(_("to"), null=True, blank=True)
    basis = NoteField(
        pgettext_lazy("regulation", "basis"),
        max_length=400,
        help_text=_("Who asks for it, such as an assessment scheme."),
    )

    objects = RequiredKindQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("required kind")
        verbose_name_plural = _("required kinds")
        ordering = ["kind__order", "-from_date", "pk"]
        indexes = [models.Index(fields=["studio", "kind", "from_date"], name="required_studio_kind")]
        constraints = [
            dates_in_order("required_kind_dates"),
            models.UniqueConstraint(
                fields=["studio", "kind"],
                condition=models.Q(to_date__isnull=True),
                name="kind_required_once_at_a_time",
                violation_error_code=f"{BESIDE}kind",
                violation_error_message=_("This kind is required already. End that first."),
            ),
        ]

    def __str__(self):
        return str(self.kind)

    def get_absolute_url(self):
        return studio_reverse(self.studio, "regulations:required_detail", pk=self.pk)
