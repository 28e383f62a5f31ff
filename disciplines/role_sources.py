"""Group leader is read from the group's membership, not granted."""

from disciplines.models import Group, GroupMembership
from studio.organisation.models import Person
from studio.organisation.registries import led_people, role_sources


def group_leader(person, studio) -> dict[str, set[int]]:
    """``{"group_leader": {discipline ids}}`` for whoever leads or deputises a group in force today."""
    disciplines = set(_led(person, studio).values_list("group__discipline", flat=True))
    return {"group_leader": disciplines} if disciplines else {}


def people_of_led_groups(person, studio):
    """Whoever belongs today to a group that ``person`` leads or deputises."""
    members = GroupMembership.objects.in_force().filter(group__in=_led(person, studio).values("group"))
    return Person.objects.filter(pk__in=members.values("person"))


def _led(person, studio):
    led = GroupMembership.objects.in_force().leading().filter(person=person, studio=studio)
    return led.filter(group__in=Group.objects.in_force())


role_sources.register("group_leader", group_leader)
led_people.register("groups", people_of_led_groups)
