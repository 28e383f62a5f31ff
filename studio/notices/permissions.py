"""Everybody reads their own notices, administrators included."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area
from studio.organisation.choices import Role

Area(
    "notices",
    _("Notices"),
    **dict.fromkeys([*Role.values, "group_leader", "participant", "parent"], "V:own"),
).register()
