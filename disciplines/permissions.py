from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area
from studio.organisation.permissions import EVERY_ROLE

Area(
    "groups",
    _("Discipline groups"),
    **dict.fromkeys(EVERY_ROLE, "V") | {"lead": "V E A", "office": "V E", "group_leader": "V E:group"},
).register()
