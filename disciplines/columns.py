from django.utils.translation import gettext_lazy as _

from disciplines.models import Group, GroupMembership, LevelRecord
from studio.kit.columns import Column, Columns

group_columns = Columns(
    Group,
    Column("name", _("Name"), kind="link"),
    Column("discipline"),
    Column("members", _("Members today"), kind="number", using="with_members"),
    Column("from_date"),
    Column("to_date"),
    url="disciplines:group_detail",
    default="name discipline members from_date to_date",
    sort="discipline__order",
    card="discipline members",
)

place_columns = Columns(
    GroupMembership,
    Column("person", kind="link"),
    Column("group"),
    Column("discipline", path="group__discipline"),
    Column("position"),
    Column("unit", path="person__unit"),
    Column("from_date"),
    Column("to_date"),
    url="disciplines:group_membership_detail",
    default="person group position from_date to_date",
    sort="person__sort_key",
    card="group position from_date",
)

level_columns = Columns(
    LevelRecord,
    Column("person", kind="link"),
    Column("occupation"),
    Column("level"),
    Column("reached_on"),
    Column("basis"),
    Column("source"),
    Column("certificate_number"),
    Column("withdrawn_on"),
    Column("withdrawn_reason"),
    url="disciplines:level_detail",
    default="person occupation level reached_on basis",
    sort="-reached_on",
    card="occupation level reached_on",
)
