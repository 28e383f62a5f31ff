"""Rights to the site: one row of the table of roles in three areas.

Uses are apart because members and trainers record their own; visitors because a group leader edits those of the group.
"""

from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area

VIEWERS = dict.fromkeys(("judge", "appraiser", "finance", "manager", "assessor"), "V")

Area(
    "facilities",
    _("Facilities: rooms, open hours, equipment"),
    lead="V E A",
    office="V E",
    group_leader="V E:group",
    member="V",
    trainer="V",
    **VIEWERS,
).register()

Area(
    "facility_uses",
    _("Facilities: actual use"),
    lead="V E A",
    office="V E",
    group_leader="V E:group",
    member="V E:own",
    trainer="V E:own",
    **VIEWERS,
).register()

Area(
    "visitors",
    _("Facilities: visitors"),
    lead="V E A",
    office="V E",
    group_leader="V E:group",
    member="V",
    trainer="V",
    **VIEWERS,
).register()
