from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from studio.assessments.choices import Party, VisitKind
from studio.assessments.dates import date_text, day_words, is_day_of_some_year
from studio.core.fields import NameField, NoteField, TwoNames, a_name_is_given, both_names, one_of
from studio.core.finding import SearchField
from studio.organisation.models import Person
from studio.organisation.records import StudioQuerySet, StudioRecord


class VisitQuerySet(StudioQuerySet):
    def with_date_text(self):
        """Annotate ``date_text``: the day, or as much of it as is recorded, in words of the language in force."""
        return self.annotate(date_text=date_text())

    def undated(self):
        """Visits without a full date, which no figure counts."""
        return self.filter(held_on__isnull=True)


class Visit(StudioRecord):
    """A visit to assess the studio or to learn from it.

    Where the year is not known, ``month`` and ``day`` keep what is; such a visit stands under "no date recorded".
    """

    area = "visits"

    kind = models.CharField(_("kind"), max_length=12, choices=VisitKind.choices)
    held_on = models.DateField(_("date"), null=True, blank=True)
    month = models.PositiveSmallIntegerField(_("month"), null=True, blank=True, help_text=_("Only without a year."))
    day = models.PositiveSmallIntegerField(_("day"), null=True, blank=True, help_text=_("Only without a year."))
    assessed_by = NameField(_("visitors (Chinese)"), blank=True)
    assessed_by_en = NameField(_("visitors (English)"), blank=True)
    purpose = NoteField(_("purpose (Chinese)"), max_length=1000)
    purpose_en = NoteField(_("purpose (English)"), max_length=1000)
    search = SearchField("assessed_by", "assessed_by_en")

    objects = VisitQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = [models.F("held_on").desc(nulls_last=True), "-pk"]
        indexes = [models.Index(fields=["studio", "-held_on", "-id"], name="visit_studio_held")]
        constraints = [
            one_of("visit_kind", "kind", VisitKind),
            models.CheckConstraint(
                condition=~models.Q(assessed_by="") | ~models.Q(assessed_by_en=""),
                name="visit_names_its_visitors",
                violation_error_code="field:assessed_by",
                violation_error_message=_("Say who the visitors are, in Chinese or in English."),
            ),
            models.CheckConstraint(
                condition=models.Q(held_on__isnull=True) | models.Q(month__isnull=True, day__isnull=True),
                name="visit_dated_once",
                violation_error_code="field:held_on",
                violation_error_message=_("Give either the date, or month and day where the year is not known."),
            ),
            models.CheckConstraint(
                condition=models.Q(month__isnull=True, day__isnull=True) | is_day_of_some_year(),
                name="visit_day_exists_in_some_year",
                violation_error_code="field:day",
                violation_error_message=_("There is no such day. Give a month from 1 to 12 and a day of that month."),
            ),
        ]

    def __str__(self):
        return gettext("%(kind)s, %(day)s") % {"kind": self.get_kind_display(), "day": self.date_words}

    def get_absolute_url(self):
        """Its page."""
        return reverse("assessments:visit_detail", kwargs={"studio": self.studio.slug, "pk": self.pk})

    @property
    def visitors(self) -> str:
        """Who sent the visitors, in the language in force."""
        return both_names(self.assessed_by, self.assessed_by_en)

    @property
    def date_words(self) -> str:
        """The day, as much of it as is recorded."""
        return day_words(self.held_on, self.month, self.day)


class VisitLine(StudioRecord):
    """What belongs to one visit and stands in an order."""

    area = "visits"

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="+", verbose_name=_("visit"))
    order = models.PositiveSmallIntegerField(_("order"), default=1)

    class Meta:
        abstract = True


class VisitPerson(TwoNames, VisitLine):
    """Somebody present, as the minutes name them; people from elsewhere are text."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="people", verbose_name=_("visit"))
    party = models.CharField(_("present as"), max_length=12, choices=Party.choices, default=Party.ATTENDING)
    name = NameField(_("Chinese name"), max_length=80, blank=True)
    name_en = NameField(_("English name"), max_length=80, blank=True)
    rank = NameField(_("rank (Chinese)"), max_length=120, blank=True)
    rank_en = NameField(_("rank (English)"), max_length=120, blank=True)
    unit = NameField(_("unit (Chinese)"), blank=True)
    unit_en = NameField(_("unit (English)"), blank=True)
    post = NameField(_("post (Chinese)"), blank=True)
    post_en = NameField(_("post (English)"), blank=True)
    part = NameField(_("part in the visit (Chinese)"), blank=True)
    part_en = NameField(_("part in the visit (English)"), blank=True)
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("known here as"),
        help_text=_("Only for people of the company or the studio."),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("person present")
        verbose_name_plural = _("people present")
        ordering = ["visit", "order", "pk"]
        constraints = [a_name_is_given("visit_person_has_a_name"), one_of("visit_person_party", "party", Party)]

    def __str__(self):
        return self.display_name

    def display(self, field: str) -> str:
        """``rank``, ``unit``, ``post`` or ``part`` in the language in force."""
        return both_names(getattr(self, field), getattr(self, f"{field}_en"))

    @property
    def standing(self) -> str:
        """Rank, unit and post in one line."""
        return " · ".join(filter(None, (self.display("unit"), self.display("post"), self.display("rank"))))

    @property
    def role(self) -> str:
        """What the person did during the visit."""
        return self.display("part")


class AgendaItem(VisitLine):
    """What one speaker did, in the order of the visit."""

    visit = models.ForeignKey(Visit, models.CASCADE, related_name="agenda", verbose_name=_("visit"))
    speaker = NameField(_("speaker (Chinese)"), max_length=80, blank=True)
    speaker_en = NameField(_("speaker (English)"), max_length=80, blank=True)
    text = NoteField(_("what happened (Chinese)"), max_length=1000)
    text_en = NoteField(_("what happened (English)"), max_length=1000)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda")
        ordering = ["visit", "order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(text="") | ~models.Q(text_en=""),
                name="agenda_item_says_what",
                violation_error_code="field:text",
                violation_error_message=_("Say what happened, in Chinese or in English."),
            ),
        ]

    def __str__(self):
        return self.said

    @property
    def said(self) -> str:
        """What happened, in the language in force."""
        return both_names(self.text, self.text_en)

    @property
    def speaker_name(self) -> str:
        """Who spoke, in the language in force."""
        return both_names(self.speaker, self.speaker_en)
