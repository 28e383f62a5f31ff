from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from innovations.choices import TransformationForm, TransformationState
from innovations.models.result import Result
from studio.core.constraints import empty, filled
from studio.core.fields import NameField, NoteField, both_names, one_of
from studio.core.finding import SearchField
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioQuerySet, StudioRecord


class TransformationQuerySet(StudioQuerySet):
    def own(self, person):
        team = Q(result__project__leader=person) | Q(result__project__members__person=person)
        return self.filter(team).distinct()

    def standing(self):
        """Those not withdrawn."""
        return self.filter(state=TransformationState.RECORDED)

    def earliest(self):
        """The first day of use, ``None`` when there is none."""
        return self.standing().aggregate(first=models.Min("since"))["first"]


class Transformation(StudioRecord):
    """A use of an accepted result: where, since when and in which form, with its evidence."""

    area = "innovations"
    discipline_path = "result__project__discipline"
    attachment_kinds = {"evidence": _("Application certificate, contract or rule")}

    result = models.ForeignKey(Result, models.PROTECT, related_name="transformations", verbose_name=_("result"))
    unit = NameField(_("applied where (Chinese)"), blank=True, help_text=_("The unit that uses it."))
    unit_en = NameField(_("applied where (English)"), blank=True)
    since = models.DateField(_("in use since"))
    form = models.CharField(_("form"), max_length=10, choices=TransformationForm.choices)
    note = NoteField(_("note"), help_text=_("What is used, how many, and what shows it."))
    state = models.CharField(
        _("state"),
        max_length=10,
        choices=TransformationState.choices,
        default=TransformationState.RECORDED,
        editable=False,
    )
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True, editable=False)
    search = SearchField("unit", "unit_en")

    objects = TransformationQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("transformation")
        verbose_name_plural = _("transformations")
        ordering = ["-since", "-pk"]
        indexes = [models.Index(fields=["studio", "since", "id"], name="transformation_studio_since")]
        constraints = [
            one_of("transformation_form", "form", TransformationForm),
            one_of("transformation_state", "state", TransformationState),
            models.CheckConstraint(
                condition=~Q(unit="") | ~Q(unit_en=""),
                name="transformation_has_a_place",
                violation_error_code="field:unit",
                violation_error_message=_("Say where it is applied, in Chinese or in English."),
            ),
            models.CheckConstraint(
                condition=(Q(state="recorded") & empty("withdrawn_on"))
                | (Q(state="withdrawn") & filled("withdrawn_on")),
                name="transformation_withdrawn_has_its_day",
            ),
        ]

    def __str__(self):
        return gettext("%(place)s, %(day)s") % {"place": self.place, "day": self.since}

    def get_absolute_url(self):
        return studio_reverse(self.studio, "innovations:transformation_detail", pk=self.pk)

    @property
    def place(self) -> str:
        """Where it is applied, in the language in force."""
        return both_names(self.unit, self.unit_en)

    def why_locked(self, person):
        """A withdrawn one is history."""
        if self.state == TransformationState.WITHDRAWN:
            return _("This transformation was withdrawn.")
        return None
