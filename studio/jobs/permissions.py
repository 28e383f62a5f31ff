"""Who sees and cancels jobs: lead and office all of the studio, everybody else their own."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area
from studio.organisation.choices import Role

OWN = "V:own cancel:own"
ALL = "V cancel"

Area(
    "jobs",
    _("Jobs"),
    **dict.fromkeys([*Role.values, "group_leader", "participant", "parent"], OWN) | {"lead": ALL, "office": ALL},
).register()
