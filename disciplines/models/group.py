from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from disciplines.choices import Position
from disciplines.models.catalogue import Discipline
from studio.core.fields import NameField, TwoNames, a_name_is_given, dates_in_order, one_of
from studio.core.finding import SearchField
from studio.core.text import labelled
from studio.organisation.models import Person
from studio.organisation.records import StudioQuerySet, StudioRecord


class DatedQuerySet(StudioQuerySet):
    def in_force(self, day=None):
        """Rows that hold on ``day`` (today unless given)."""
        day = day or timezone.localdate()
        open_end = models.Q(to_date__isnull=True) | models.Q(to_date__gte=day)
        return self.filter(open_end, from_date__lte=day)


class GroupQuerySet(DatedQuerySet):
    def with_members(self):
        """Annotate ``members``: how many people belong to each group today."""
        here = GroupMembership.objects.in_force().filter(group=models.OuterRef("pk")).order_by()
        counted = here.values("group").annotate(number=models.Count("person", distinct=True)).values("number")
        return self.annotate(members=Coalesce(models.Subquery(counted), 0))


class Group(TwoNames, StudioRecord):
    """A discipline group of a studio (the N of "1 + N")."""

    area = "groups"
    discipline_path = "discipline"

    discipline = models.ForeignKey(Discipline, models.PROTECT, related_name="groups", verbose_name=_("discipline"))
    name = NameField(_("Chinese name"), blank=True)
    name_en = NameField(_("English name"), blank=True)
    from_date = models.DateField(_("from"), default=timezone.localdate)
    to_date = models.DateField(_("to"), null=True, blank=True)
    search = SearchField("name", "name_en")

    objects = GroupQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["search"])

    class Meta:
        verbose_name = _("discipline group")
        verbose_name_plural = _("discipline groups")
        ordering = ["studio", "discipline__order", "-from_date", "pk"]
        constraints = [
            a_name_is_given("group_has_a_name"),
            dates_in_order("group_dates"),
            models.UniqueConstraint(
                fields=["studio", "discipline"],
                condition=models.Q(to_date__isnull=True),
                name="one_open_group_per_discipline",
                violation_error_code="field:discipline",
                violation_error_message=_("This discipline has a group already. End that first."),
            ),
        ]

    def __str__(self):
        return self.display_name


class GroupMembershipQuerySet(DatedQuerySet):
    def own(self, person):
        return self.filter(person=person)

    def of_groups_in_force(self):
        """Places in groups that exist today."""
        day = timezone.localdate()
        open_end = models.Q(group__to_date__isnull=True) | models.Q(group__to_date__gte=day)
        return self.filter(open_end, group__from_date__lte=day)

    def leaders_first(self):
        """By position, then by name."""
        order = {Position.LEADER: 0, Position.DEPUTY: 1}
        cases = [models.When(position=position, then=place) for position, place in order.items()]
        return self.order_by(models.Case(*cases, default=2), "person__sort_key", "pk")

    def leading(self):
        """Leaders and deputies only."""
        return self.filter(position__in=[Position.LEADER, Position.DEPUTY])


class GroupMembership(StudioRecord):
    """A person's place in a group, from one day to another; one group at a time in a studio."""

    area = "groups"
    discipline_path = "group__discipline"

    group = models.ForeignKey(Group, models.PROTECT, related_name="memberships", verbose_name=_("discipline group"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="group_memberships", verbose_name=_("person"))
    position = models.CharField(_("position"), max_length=10, choices=Position.choices, default=Position.MEMBER)
    from_date = models.DateField(_("from"), default=timezone.localdate)
    to_date = models.DateField(_("to"), null=True, blank=True)

    objects = GroupMembershipQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("group membership")
        verbose_name_plural = _("group memberships")
        ordering = ["group", "position", "person__sort_key", "pk"]
        indexes = [models.Index(fields=["studio", "person", "from_date"], name="group_member_studio_person")]
        constraints = [
            dates_in_order("group_membership_dates"),
            one_of("group_membership_position", "position", Position),
            models.UniqueConstraint(
                fields=["studio", "person"],
                condition=models.Q(to_date__isnull=True),
                name="one_open_group_per_person",
                violation_error_code="field:person",
                violation_error_message=_("This person belongs to a group already. End that first."),
            ),
        ]

    def __str__(self):
        return labelled(self.person, self.group)
