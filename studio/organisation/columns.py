from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.kit.columns import Column, Columns
from studio.organisation.models import Base, Honour, Membership, Person, Studio, StudioLead, StudioName

# No contacts here: lists and exports never show them.
person_columns = Columns(
    Person,
    Column("name", pgettext_lazy("person", "Name"), kind="link", sort="sort_key"),
    Column("employee_number"),
    Column("unit"),
    Column("post"),
    Column("company"),
    Column("login"),
    Column("is_active"),
    url="organisation:person_detail",
    default="name employee_number unit post",
    sort="sort_key",
    card="employee_number unit post",
)

membership_columns = Columns(
    Membership,
    Column("person", kind="link"),
    Column("role"),
    Column("unit", path="person__unit"),
    Column("from_date"),
    Column("to_date"),
    url="organisation:person_detail",
    link_pk="person_id",
    default="person role unit from_date to_date",
    sort="role",
    card="role from_date to_date",
)

honour_columns = Columns(
    Honour,
    Column("title", _("Title"), kind="link"),
    Column("level"),
    Column("year", kind="text"),
    Column("granting_body"),
    Column("valid_from"),
    Column("valid_until"),
    url="organisation:honour_detail",
    default="title level year granting_body valid_until",
    sort="-year",
    card="level year granting_body",
)

base_columns = Columns(
    Base,
    Column("name", _("Name"), kind="link"),
    Column("order"),
    Column("purpose"),
    url="organisation:base_detail",
    default="name purpose",
    sort="order",
    card="purpose",
)

name_columns = Columns(StudioName, Column("name", _("Name")), Column("from_date"), Column("to_date"), sort="-from_date")
lead_columns = Columns(StudioLead, Column("person"), Column("from_date"), Column("to_date"), sort="-from_date")

studio_columns = Columns(
    Studio,
    Column("name", _("Name"), kind="link"),
    Column("company"),
    Column("parent"),
    Column("founded_on"),
    Column("construction_mode"),
    Column("platforms"),
    Column("bases_planned"),
    Column("coverage"),
    Column("slug"),
)
