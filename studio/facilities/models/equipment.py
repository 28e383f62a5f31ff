from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from studio.core.constraints import set_exactly_in
from studio.core.fields import NameField, NoteField, TwoNames, a_name_is_given, dates_in_order, one_of
from studio.core.finding import SearchField
from studio.facilities.choices import EquipmentState
from studio.facilities.models.room import Room
from studio.facilities.querysets import EquipmentQuerySet
from studio.files.kinds import IMAGES, FileKind
from studio.kit.addresses import studio_reverse
from studio.organisation.records import StudioRecord


class Equipment(TwoNames, DisciplineRecord):
    """One numbered piece of equipment: where it stands, what it cost, whether it can be used."""

    area = "facilities"
    attachment_kinds = {"photo": FileKind(_("Photo"), types=IMAGES), "manual": _("Manual")}
    state_tones = {"in_service": "good", "repair": "waiting", "valid": "good", "soon": "waiting", "overdue": "bad"}

    number = NameField(_("number"), max_length=40, help_text=_("As it stands on the equipment; unique in the studio."))
    name = NameField(_("Chinese name"), blank=True)
    name_en = NameField(_("English name"), blank=True)
    model = NameField(_("model"), max_length=80, blank=True)
    value = models.DecimalField(
        _("original value (CNY)"), max_digits=14, decimal_places=2, validators=[MinValueValidator(0)]
    )
    room = models.ForeignKey(
        Room, models.PROTECT, null=True, blank=True, related_name="equipment", verbose_name=_("room")
    )
    from_date = models.DateField(_("in service from"))
    note = NoteField(_("note"))
    state = models.CharField(
        _("state"), max_length=12, choices=EquipmentState.choices, default=EquipmentState.IN_SERVICE, editable=False
    )
    retired_on = models.DateField(_("retired on"), null=True, editable=False)
    # Those of the newest calibration; calibrations.py keeps them.
    calibrated_on = models.DateField(_("calibrated on"), null=True, editable=False)
    calibration_due = models.DateField(_("calibration due"), null=True, editable=False)
    search = SearchField("number", "name", "name_en", "model")

    objects = EquipmentQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("equipment")
        verbose_name_plural = _("equipment")
        ordering = ["number", "pk"]
        indexes = [
            models.Index(fields=["studio", "number", "id"], name="equipment_studio_number"),
            models.Index(fields=["studio", "calibration_due"], name="equipment_studio_due"),
        ]
        constraints = [
            a_name_is_given("equipment_has_a_name"),
            models.UniqueConstraint(
                fields=["studio", "number"],
                name="equipment_number_once",
                violation_error_code="field:number",
                violation_error_message=_("Another piece of equipment has this number."),
            ),
            one_of("equipment_state", "state", EquipmentState),
            models.CheckConstraint(condition=~Q(number=""), name="equipment_has_a_number"),
            models.CheckConstraint(condition=Q(value__gte=0), name="equipment_value_not_negative"),
            set_exactly_in("equipment_retired_on", "retired_on", [EquipmentState.RETIRED]),
            dates_in_order("equipment_dates", "from_date", "retired_on"),
            models.CheckConstraint(
                condition=Q(calibrated_on__isnull=True, calibration_due__isnull=True)
                | Q(calibration_due__isnull=False, calibration_due__gt=F("calibrated_on")),
                name="equipment_calibration_is_whole",
            ),
        ]

    def __str__(self):
        return f"{self.number} · {self.display_name}"

    def why_locked(self, person):
        """What was retired is settled."""
        if self.state == EquipmentState.RETIRED:
            return _("This equipment is retired; its record stays as it is.")
        return None

    def get_absolute_url(self):
        return studio_reverse(self.studio, "facilities:equipment_detail", pk=self.pk)


class Calibration(StudioRecord):
    """One calibration: it holds until it runs out or the next one replaces it."""

    area = "facilities"
    discipline_path = "equipment__discipline"
    attachment_kinds = {"certificate": _("Certificate")}

    equipment = models.ForeignKey(Equipment, models.PROTECT, related_name="calibrations", verbose_name=_("equipment"))
    done_on = models.DateField(_("calibrated on"))
    due_on = models.DateField(_("next due"), help_text=_("The last day on which this calibration holds."))
    done_by = NameField(_("calibrated by"), blank=True)
    certificate = NameField(_("certificate number"), max_length=60, blank=True)
    # The day of the next calibration, so that a past year can be counted as it was.
    superseded_on = models.DateField(null=True, editable=False)

    history = HistoricalRecords(excluded_fields=["superseded_on"])

    class Meta:
        verbose_name = _("calibration")
        verbose_name_plural = _("calibrations")
        ordering = ["-done_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["equipment", "done_on"],
                name="calibration_once_a_day",
                violation_error_code="field:done_on",
                violation_error_message=_("A calibration of this day is recorded already."),
            ),
            models.CheckConstraint(
                condition=Q(due_on__gt=F("done_on")),
                name="calibration_due_after_done",
                violation_error_code="field:due_on",
                violation_error_message=_("The next calibration is due after this one."),
            ),
            models.CheckConstraint(
                condition=Q(superseded_on__isnull=True) | Q(superseded_on__gt=F("done_on")),
                name="calibration_superseded_later",
            ),
        ]

    def __str__(self):
        return f"{self.equipment} · {self.done_on}"

    def get_absolute_url(self):
        return studio_reverse(self.studio, "facilities:calibration_detail", pk=self.pk)
