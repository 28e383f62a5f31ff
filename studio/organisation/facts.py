"""What roles say about a person."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.organisation.models import Membership
from studio.organisation.registries import FactSource

FactSource(
    "organisation.role",
    label=_("Took a role"),
    many=pgettext_lazy("how many", "roles"),
    model=Membership,
    person="person",
    on="from_date",
    until="to_date",
    choice="role",
    list="organisation:membership_list",
    kind="place",
    order=1,
).register()
