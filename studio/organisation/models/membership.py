from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from studio.core.fields import dates_in_order, one_of
from studio.core.text import labelled
from studio.organisation.choices import Role
from studio.organisation.models.person import Person
from studio.organisation.models.studio import Studio
from studio.organisation.records import StudioQuerySet, StudioRecord


class MembershipQuerySet(StudioQuerySet):
    def in_force(self, day=None):
        """Roles held on ``day`` (today unless given)."""
        day = day or timezone.localdate()
        open_end = models.Q(to_date__isnull=True) | models.Q(to_date__gte=day)
        return self.filter(open_end, from_date__lte=day)

    def own(self, person):
        return self.filter(person=person)


class Membership(StudioRecord):
    """A role of a person in a studio, from one day to another."""

    area = "people"

    studio = models.ForeignKey(
        Studio, models.PROTECT, related_name="memberships", verbose_name=_("studio"), editable=False
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="memberships", verbose_name=_("person"))
    role = models.CharField(_("role"), max_length=12, choices=Role.choices)
    from_date = models.DateField(_("from"), default=timezone.localdate)
    to_date = models.DateField(_("to"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["studio", "role", "pk"]
        indexes = [models.Index(fields=["studio", "role", "id"], name="membership_studio_role")]
        constraints = [
            dates_in_order("membership_dates"),
            one_of("membership_role", "role", Role),
            models.UniqueConstraint(fields=["studio", "person", "role", "from_date"], name="membership_once"),
            models.UniqueConstraint(
                fields=["studio", "person", "role"],
                condition=models.Q(to_date__isnull=True),
                name="membership_open_once",
                violation_error_code="field:role",
                violation_error_message=_("This person holds this role already. End that first."),
            ),
            models.CheckConstraint(
                condition=~models.Q(role="assessor") | models.Q(to_date__isnull=False),
                name="external_assessor_has_an_end",
            ),
        ]

    def __str__(self):
        return labelled(self.person, self.get_role_display())

    @property
    def is_in_force(self) -> bool:
        """Whether the role is held today; kept in step with ``in_force()``."""
        return self.from_date <= timezone.localdate() <= (self.to_date or date.max)
