"""Rights to sharing: one row of the table of roles in two areas (grammar: organisation/access.py).

Uses have their own area because a member records, mends and withdraws the own uses, and edits nothing else.
``use`` is that right, asked of the resource.
"""

from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area

VIEWERS = dict.fromkeys(["trainer", "judge", "appraiser", "finance", "manager", "assessor"], "V")

Area(
    "sharing",
    _("Sharing: partners, alliances, agreements, events, resources"),
    lead="V E A",
    office="V E",
    group_leader="V E:group",
    member="V use",
    **VIEWERS,
).register()

Area(
    "sharing_uses",
    _("Sharing: uses of resources"),
    lead="V E A",
    office="V E",
    group_leader="V E:group",
    member="V E:own",
    **VIEWERS,
).register()
