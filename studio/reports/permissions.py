"""Rights to reports and to the lead's own text in them."""

from django.utils.translation import gettext_lazy as _

from studio.organisation.access import Area

# Finance reads reports about benefit, assessors those released to them: both are "assigned" (see ReportQuerySet).
Area(
    "reports",
    _("Reports"),
    lead="V E A",
    office="V E",
    group_leader="V E:group",
    finance="V:assigned",
    manager="V E",
    assessor="V:assigned",
).register()

# What is made by itself is asked for by those who may ask; who only reads reports sees none of it.
Area(
    "report_deliveries",
    _("Scheduled deliveries"),
    lead="V E A",
    office="V E",
    group_leader="V E:group",
    manager="V E",
).register()

Area(
    "briefing_text",
    _("Briefing text of the lead"),
    lead="V E A",
    office="V E",
    group_leader="V E:group",
    manager="V",
).register()
