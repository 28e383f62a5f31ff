"""Group leader is read from the group's membership, not granted."""

from disciplines.actions import end_places
from disciplines.models import GroupMembership
from studio.organisation.registries import discipline_sources, role_endings, role_sources


def group_leader(person, studio) -> dict[str, set[int]]:
    """``{"group_leader": {discipline ids}}`` for whoever leads or deputises a group in force today."""
    led = GroupMembership.objects.in_force().of_groups_in_force().leading().filter(person=person, studio=studio)
    disciplines = set(led.values_list("group__discipline", flat=True))
    return {"group_leader": disciplines} if disciplines else {}


def discipline_of(person, studio) -> int | None:
    """The discipline of the group that ``person`` belongs to today."""
    here = GroupMembership.objects.in_force().filter(person=person, studio=studio)
    return here.values_list("group__discipline", flat=True).first()


role_sources.register("group_leader", group_leader)
discipline_sources.register("groups", discipline_of)
role_endings.register("groups", end_places)
