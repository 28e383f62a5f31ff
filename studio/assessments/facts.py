"""What assessments know about a person: what they did about the assessors' requests."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from studio.assessments.models import ImprovementAction
from studio.organisation.registries import FactSource

FactSource(
    "assessments.action",
    label=_("Answered a request of assessors"),
    many=_("improvement actions done"),
    model=ImprovementAction,
    person="owner",
    on="done_on",
    title="title",
    where=Q(done_on__isnull=False),
    choice="state",
    link="assessments:action_detail",
    list="assessments:action_list",
    order=80,
).register()
