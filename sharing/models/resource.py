from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from disciplines.records import DisciplineRecord
from sharing.choices import Direction, ResourceKind, ResourceState
from sharing.models.partner import PartnerUnit
from sharing.querysets import ResourceQuerySet
from studio.core.constraints import empty, filled, set_exactly_in
from studio.core.fields import NoteField, one_of
from studio.core.finding import SearchField
from studio.core.titles import Titled, a_title_is_given
from studio.kit.addresses import studio_reverse


class SharedResource(Titled, DisciplineRecord):
    """Something the studio gives to others, or takes from a partner unit, to use."""

    area = "sharing"
    attachment_kinds = {"material": pgettext_lazy("sharing", "Material")}
    state_tones = {"offered": "active"}

    kind = models.CharField(_("kind"), max_length=12, choices=ResourceKind.choices)
    direction = models.CharField(_("given or taken"), max_length=8, choices=Direction.choices, default=Direction.GIVEN)
    partner = models.ForeignKey(
        PartnerUnit,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resources",
        verbose_name=_("taken from"),
        help_text=_("The partner unit that gives it. Leave empty for what the studio gives."),
    )
    offered_on = models.DateField(_("on offer since"))
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("keeper"),
        help_text=_("Who of the studio looks after it; is told of each use."),
    )
    terms = NoteField(_("terms"), help_text=_("Who may use it, how to ask, and what it costs."))
    state = models.CharField(
        _("state"), max_length=10, choices=ResourceState.choices, default=ResourceState.OFFERED, editable=False
    )
    retired_on = models.DateField(
        pgettext_lazy("shared resource", "retired on"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("The last day on offer."),
    )
    search = SearchField("title", "title_en")

    objects = ResourceQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("shared resource")
        verbose_name_plural = _("shared resources")
        ordering = ["-offered_on", "-pk"]
        indexes = [models.Index(fields=["studio", "-offered_on", "-id"], name="resource_studio_offered")]
        constraints = [
            a_title_is_given("resource_has_a_title"),
            one_of("resource_kind", "kind", ResourceKind),
            one_of("resource_direction", "direction", Direction),
            one_of("resource_state", "state", ResourceState),
            models.CheckConstraint(
                condition=(Q(direction="taken") & filled("partner")) | (Q(direction="given") & empty("partner")),
                name="resource_taken_from_a_partner",
                violation_error_code="field:partner",
                violation_error_message=_("Name the partner unit for what is taken, and none for what is given."),
            ),
            set_exactly_in("resource_retired_on", "retired_on", [ResourceState.RETIRED]),
            models.CheckConstraint(
                condition=empty("retired_on") | Q(retired_on__gte=F("offered_on")), name="resource_dates"
            ),
        ]

    def why_locked(self, person):
        """A retired resource is settled."""
        if self.state == ResourceState.RETIRED:
            return _("This resource is retired. Record a new one when it is on offer again.")
        return None

    def get_absolute_url(self):
        return studio_reverse(self.studio, "sharing:resource_detail", pk=self.pk)
