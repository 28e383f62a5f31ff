from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from studio.core.fields import NameField, NoteField, TwoNames, a_name_is_given, both_names, dates_in_order, one_of
from studio.core.finding import SearchField
from studio.organisation.choices import Level
from studio.organisation.models.company import Company
from studio.organisation.models.person import Person
from studio.organisation.records import StudioQuerySet, StudioRecord


class StudioManager(models.QuerySet):
    def with_context(self):
        """Together with its company and parent, as every page needs them."""
        return self.select_related("company", "parent")

    def entered_by(self, person):
        """Studios that ``person`` has to do with: any role in force, own company, a parent's role, or administrator."""
        if person.is_staff:
            return self
        member = models.Q(pk__in=person.memberships.in_force().values("studio"))
        parent = models.Q(
            parent__in=person.memberships.in_force().filter(role__in=["lead", "office", "manager"]).values("studio")
        )
        return self.filter(member | parent | models.Q(company_id=person.company_id or 0))


class Studio(TwoNames, models.Model):
    """A model worker innovation studio: one platform, its bases, five functions, N discipline groups."""

    area = "studio"

    slug = models.SlugField(_("address"), max_length=60, unique=True, help_text=_("Stays the same for ever."))
    name = NameField(_("Chinese name"), blank=True)
    name_en = NameField(_("English name"), blank=True)
    company = models.ForeignKey(Company, models.PROTECT, related_name="studios", verbose_name=_("company"))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="branches", verbose_name=_("parent studio")
    )
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    construction_mode = NameField(_("construction mode"), max_length=60, blank=True)
    platforms = models.PositiveSmallIntegerField(_("platforms"), null=True, blank=True)
    bases_planned = models.PositiveSmallIntegerField(_("bases in the layout"), null=True, blank=True)
    coverage = NoteField(_("coverage"), max_length=400)
    shown_year = models.PositiveSmallIntegerField(
        _("year shown first"), null=True, blank=True, help_text=_("The home page opens on it; empty is this year.")
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = StudioManager.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("studio")
        verbose_name_plural = _("studios")
        ordering = ["slug"]
        constraints = [
            a_name_is_given("studio_has_a_name"),
            models.CheckConstraint(condition=~models.Q(parent=models.F("pk")), name="studio_not_its_own_parent"),
        ]

    def __str__(self):
        return self.display_name

    @property
    def lead(self) -> Person | None:
        """The person who leads it now."""
        now = self.leads.filter(to_date__isnull=True).select_related("person").order_by("-from_date", "-pk").first()
        return now.person if now else None


class StudioAlias(models.Model):
    """An older address that leads to the studio."""

    studio = models.ForeignKey(Studio, models.CASCADE, related_name="aliases", verbose_name=_("studio"))
    slug = models.SlugField(_("address"), max_length=60, unique=True)

    class Meta:
        verbose_name = _("older address")
        verbose_name_plural = _("older addresses")

    def __str__(self):
        return self.slug


class StudioName(TwoNames, StudioRecord):
    """A name the studio bore from one day to another; a studio renamed after a successor keeps both."""

    area = "studio"

    studio = models.ForeignKey(Studio, models.PROTECT, related_name="names", verbose_name=_("studio"), editable=False)
    name = NameField(_("Chinese name"), blank=True)
    name_en = NameField(_("English name"), blank=True)
    from_date = models.DateField(_("from"), null=True, blank=True)
    to_date = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        verbose_name = _("name of the studio")
        verbose_name_plural = _("names of the studio")
        ordering = ["studio", "from_date", "pk"]
        constraints = [a_name_is_given("studio_name_not_empty"), dates_in_order("studio_name_dates")]

    def __str__(self):
        return self.display_name


class StudioLead(StudioRecord):
    """Who led the studio, from when to when."""

    area = "studio"

    studio = models.ForeignKey(Studio, models.PROTECT, related_name="leads", verbose_name=_("studio"), editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="studios_led", verbose_name=_("lead"))
    from_date = models.DateField(_("from"), null=True, blank=True)
    to_date = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        verbose_name = _("studio lead")
        verbose_name_plural = _("studio leads")
        ordering = ["studio", "from_date", "pk"]
        constraints = [
            dates_in_order("studio_lead_dates"),
            models.UniqueConstraint(
                fields=["studio"], condition=models.Q(to_date__isnull=True), name="one_lead_at_a_time"
            ),
        ]

    def __str__(self):
        return str(self.person)


class Base(TwoNames, StudioRecord):
    """One of the studio's bases (一平台三基地)."""

    area = "studio"

    name = NameField(_("Chinese name"), blank=True)
    name_en = NameField(_("English name"), blank=True)
    purpose = NoteField(_("purpose"), max_length=400)
    order = models.PositiveSmallIntegerField(_("order"), default=1)
    search = SearchField("name", "name_en")

    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("base")
        verbose_name_plural = _("bases")
        ordering = ["studio", "order", "pk"]
        constraints = [a_name_is_given("base_has_a_name")]

    def __str__(self):
        return self.display_name


class HonourQuerySet(StudioQuerySet):
    def in_force(self, day):
        """Honours valid on ``day``: from 1 January of their year until their end."""
        open_end = models.Q(valid_until__isnull=True) | models.Q(valid_until__gte=day)
        return self.filter(open_end, valid_from__lte=day)


class Honour(StudioRecord):
    """A title or award of the studio as a whole."""

    area = "studio"

    title = NameField(_("Chinese title"), blank=True)
    title_en = NameField(_("English title"), blank=True)
    level = models.CharField(_("level"), max_length=12, choices=Level.choices)
    year = models.PositiveSmallIntegerField(_("year of award"))
    granting_body = NameField(_("granted by"), blank=True)
    valid_from = models.DateField(_("counts from"), editable=False)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    search = SearchField("title", "title_en", "granting_body")

    objects = HonourQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("honour")
        verbose_name_plural = _("honours")
        ordering = ["-year", "-pk"]
        indexes = [models.Index(fields=["studio", "-year", "-id"], name="honour_studio_year")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(title="") | ~models.Q(title_en=""),
                name="honour_has_a_title",
                violation_error_code="field:title",
                violation_error_message=_("Give a title in Chinese or in English."),
            ),
            models.CheckConstraint(
                condition=models.Q(year__range=(1949, 2199)),
                name="honour_year_is_a_year",
                violation_error_code="field:year",
                violation_error_message=_("Give a year from 1949 to 2199."),
            ),
            dates_in_order("honour_dates", "valid_from", "valid_until"),
            one_of("honour_level", "level", Level),
        ]

    def __str__(self):
        return self.display_name

    @property
    def display_name(self) -> str:
        """The title in the language in force."""
        return both_names(self.title, self.title_en)

    def save(self, *args, **kwargs):
        """An honour counts from 1 January of its year."""
        self.valid_from = date(self.year, 1, 1)
        super().save(*args, **kwargs)
