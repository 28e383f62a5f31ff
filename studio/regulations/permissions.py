"""Rights to regulations, meetings and duties, and to funds (the grammar is in organisation/access.py).

Members confirm reading for themselves; nobody does it for them, administrators neither. Who wrote a version does not
approve it, and who recorded or receives money does not approve the spend: see actions.py and the database's checks.
"""

from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area

Area(
    "regulations",
    _("Regulations, meetings, duties"),
    person_only=("read",),
    lead="V E A",
    office="V E",
    group_leader="V",
    member="V read",
    trainer="V",
    judge="V",
    appraiser="V",
    finance="V",
    manager="V",
    assessor="V",
).register()

Area(
    "funds",
    _("Funds"),
    lead="V E A",
    office="V E",
    group_leader="V:group",
    finance="V E A",
    manager="V",
    assessor="T",
).register()
