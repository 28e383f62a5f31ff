"""What innovation knows about a person."""

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innovations.choices import ClaimState, PropertyKind
from innovations.models import BenefitClaim, IntellectualProperty, Project, ProjectMember, Proposal
from studio.organisation.registries import FactSource

PROPOSAL = {
    "model": Proposal,
    "on": "submitted_on",
    "title": "title",
    "choice": "state",
    "link": "innovations:proposal_detail",
    "list": "innovations:proposal_list",
    "function": "innovations",
}
FactSource(
    "innovations.proposed",
    label=_("Wrote a proposal"),
    many=pgettext_lazy("how many", "proposals"),
    person="author",
    order=40,
    **PROPOSAL,
).register()
FactSource(
    "innovations.co_proposed",
    label=_("Co-wrote a proposal"),
    many=_("proposals as co-author"),
    person="co_authors",
    order=41,
    **PROPOSAL,
).register()

FactSource(
    "innovations.led",
    label=_("Led a project"),
    many=_("projects led"),
    model=Project,
    person="leader",
    on=Coalesce("started_on", "approved_on"),
    until="concluded_on",
    title="title",
    choice="state",
    link="innovations:project_detail",
    list="innovations:project_list",
    function="innovations",
    order=42,
).register()

FactSource(
    "innovations.team",
    label=_("Worked in a project"),
    many=_("projects worked in"),
    model=ProjectMember,
    person="person",
    on=Coalesce("project__started_on", "project__approved_on"),
    until="project__concluded_on",
    title="project__title",
    about="part",
    other="project__leader",
    link="innovations:project_detail",
    link_pk="project_id",
    function="innovations",
    order=43,
).register()

FactSource(
    "innovations.property",
    label=_("Holds intellectual property"),
    many=_("patents, papers and others"),
    model=IntellectualProperty,
    person="inventors",
    on=Coalesce("granted_on", "published_on", "filed_on"),
    title="title",
    about="number",
    choice="kind",
    link="innovations:property_detail",
    list="innovations:property_list",
    function="innovations",
    kind="award",
    where=Q(granted_on__isnull=False) | Q(published_on__isnull=False) | Q(kind=PropertyKind.SOFTWARE),
    order=44,
).register()

FactSource(
    "innovations.claimed",
    label=_("Benefit confirmed"),
    many=_("benefits confirmed"),
    model=BenefitClaim,
    person="claimant",
    on="effect_from",
    until="effect_to",
    title="project__title",
    where=Q(state=ClaimState.JUDGED, confirmed__gt=0),
    choice="method",
    number="confirmed",
    unit=_("CNY"),
    link="innovations:claim_detail",
    list="innovations:claim_list",
    function="innovations",
    order=45,
).register()
