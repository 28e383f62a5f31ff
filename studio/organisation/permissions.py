"""Rights to the home page, the studio itself and its people (see the table in access.py's docstring)."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area

EVERY_ROLE = [
    "lead",
    "office",
    "group_leader",
    "member",
    "trainer",
    "judge",
    "appraiser",
    "finance",
    "manager",
    "assessor",
]

Area("home", _("Home page"), **dict.fromkeys(EVERY_ROLE, "V")).register()

Area(
    "studio",
    _("Studio, bases, honours"),
    **dict.fromkeys(EVERY_ROLE, "V") | {"lead": "V E A", "office": "V E"},
).register()

# ``contacts``: masked contacts are shown at all; ``reveal``: identity number and full phone number on request.
Area(
    "people",
    _("People and memberships"),
    lead="V E A contacts reveal",
    office="V E contacts reveal",
    group_leader="V E:group contacts",
    member="V",
    trainer="V contacts",
    judge="V contacts",
    appraiser="V contacts",
    finance="V contacts",
    manager="V contacts",
    participant="",
).register()

Area("audit", _("Audit log"), lead="V", manager="V", parent="").register()
