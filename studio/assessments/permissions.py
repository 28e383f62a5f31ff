"""Rights to visits, to what was said, and to what is done about it: one row of roles.md in three areas.

Comments and actions have their own area because an assessor edits own comments and a group leader the actions of the
own group, and neither the visit.
"""

from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area

Area(
    "visits",
    _("Assessment visits"),
    lead="V E A",
    office="V E",
    group_leader="V",
    manager="V",
    assessor="V",
).register()

Area(
    "visit_comments",
    _("Comments and requests"),
    lead="V E A",
    office="V E",
    group_leader="V",
    manager="V",
    assessor="V E:own",
).register()

Area(
    "visit_actions",
    _("Improvement actions"),
    lead="V E A",
    office="V E",
    group_leader="V E:group",
    manager="V",
    assessor="V",
).register()
