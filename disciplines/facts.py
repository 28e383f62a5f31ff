"""What groups and skill levels say about a person."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from disciplines.models import GroupMembership, LevelRecord
from studio.organisation.registries import FactSource

FactSource(
    "disciplines.group",
    label=_("Joined a group"),
    many=pgettext_lazy("how many", "groups"),
    model=GroupMembership,
    person="person",
    on="from_date",
    until="to_date",
    title="group__name",
    choice="position",
    link="disciplines:group_detail",
    link_pk="group_id",
    list="disciplines:group_membership_list",
    kind="place",
    order=2,
).register()

FactSource(
    "disciplines.level",
    label=_("Reached a skill level"),
    many=pgettext_lazy("how many", "skill levels"),
    model=LevelRecord,
    person="person",
    on="reached_on",
    title="level__name",
    about="occupation__name",
    where=Q(withdrawn_on=None),
    choice="basis",
    link="disciplines:level_detail",
    list="disciplines:level_list",
    kind="level",
    order=3,
).register()
