from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from sharing.choices import UseState
from sharing.models.partner import PartnerUnit
from sharing.models.resource import SharedResource
from sharing.querysets import UseQuerySet
from studio.core.constraints import empty, filled, set_exactly_in
from studio.core.fields import NameField, NoteField, one_of
from studio.core.finding import SearchField
from studio.kit.addresses import studio_reverse
from studio.organisation.models import Unit
from studio.organisation.records import StudioRecord

LEAST_HOURS, MOST_HOURS, MOST_HEADS = Decimal("0.5"), 2000, 100_000


class ResourceUse(StudioRecord):
    """One use of a shared resource: by a partner unit, by a person of the studio, or by a unit of the company."""

    area = "sharing_uses"
    discipline_path = "resource__discipline"

    resource = models.ForeignKey(SharedResource, models.PROTECT, related_name="uses", verbose_name=_("shared resource"))
    partner = models.ForeignKey(
        PartnerUnit, models.PROTECT, null=True, blank=True, related_name="uses", verbose_name=_("partner unit")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resource_uses",
        verbose_name=_("person"),
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("own unit"))
    used_on = models.DateField(_("used on"))
    hours = models.DecimalField(
        pgettext_lazy("use", "hours"),
        max_digits=6,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(LEAST_HOURS), MaxValueValidator(MOST_HOURS)],
    )
    heads = models.PositiveIntegerField(
        pgettext_lazy("heads", "people"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_HEADS)],
    )
    purpose = NameField(_("purpose"))
    note = NoteField(_("note"))
    state = models.CharField(
        _("state"), max_length=10, choices=UseState.choices, default=UseState.RECORDED, editable=False
    )
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True, editable=False)
    search = SearchField("purpose")

    objects = UseQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("use of a resource")
        verbose_name_plural = _("uses of resources")
        ordering = ["-used_on", "-pk"]
        indexes = [
            models.Index(fields=["studio", "-used_on", "-id"], name="resource_use_studio_used"),
            models.Index(fields=["resource", "used_on"], name="resource_use_resource_used"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=(filled("partner") & empty("person", "unit"))
                | (filled("person") & empty("partner", "unit"))
                | (filled("unit") & empty("partner", "person")),
                name="resource_use_by_exactly_one",
                violation_error_code="field:partner",
                violation_error_message=_("Name exactly one: the partner unit, the person, or the own unit."),
            ),
            models.CheckConstraint(
                condition=filled("hours") | filled("heads"),
                name="resource_use_has_an_amount",
                violation_error_code="field:hours",
                violation_error_message=_("Give the hours, the people, or both."),
            ),
            models.CheckConstraint(condition=empty("hours") | Q(hours__gt=0, hours__lte=MOST_HOURS), name="use_hours"),
            models.CheckConstraint(condition=empty("heads") | Q(heads__range=(1, MOST_HEADS)), name="use_heads"),
            models.CheckConstraint(condition=~Q(purpose=""), name="resource_use_has_a_purpose"),
            one_of("resource_use_state", "state", UseState),
            set_exactly_in("resource_use_withdrawn_on", "withdrawn_on", [UseState.WITHDRAWN]),
        ]

    def __str__(self):
        return gettext("%(resource)s, %(day)s") % {"resource": self.resource, "day": self.used_on}

    @property
    def user(self):
        """The partner unit, the person or the own unit."""
        return self.partner or self.person or self.unit

    def is_own(self, person) -> bool:
        """Of the person who used it."""
        return self.person_id == person.pk

    def why_locked(self, person):
        """A withdrawn use counts nowhere and stays as it was."""
        if self.state == UseState.WITHDRAWN:
            return _("This use was withdrawn. Record a new one instead.")
        return None

    def get_absolute_url(self):
        return studio_reverse(self.studio, "sharing:use_detail", pk=self.pk)
