from django.utils.translation import gettext_lazy as _

from innovations.models import (
    BenefitClaim,
    BenefitVerdict,
    IntellectualProperty,
    Project,
    ProjectMember,
    Proposal,
    Result,
    Transformation,
)
from studio.kit.columns import Column, Columns

proposal_columns = Columns(
    Proposal,
    Column("title", _("Title"), kind="link"),
    Column("kind"),
    Column("discipline"),
    Column("author"),
    Column("submitted_on"),
    Column("state", kind="state"),
    Column("decided_on"),
    Column("decided_by", kind="person"),
    Column("decision_reason"),
    Column("problem"),
    Column("idea"),
    url="innovations:proposal_detail",
    default="title kind discipline author submitted_on state",
    sort="-submitted_on",
    card="author submitted_on state",
)

project_columns = Columns(
    Project,
    Column("title", _("Title"), kind="link"),
    Column("kind"),
    Column("discipline"),
    Column("leader", kind="person"),
    Column("approved_on"),
    Column("approved_by", kind="person"),
    Column("started_on"),
    Column("concluded_on"),
    Column("state", kind="state"),
    Column("proposal"),
    Column("stopped_on"),
    Column("stop_reason"),
    Column("aim"),
    url="innovations:project_detail",
    default="title kind discipline leader started_on concluded_on state",
    sort="-approved_on",
    card="leader started_on state",
)

member_columns = Columns(
    ProjectMember,
    Column("person", kind="link"),
    Column("part"),
    Column("share", kind="number", unit="%"),
    Column("project"),
    url="innovations:member_detail",
    default="person part share",
    sort="pk",
)

result_columns = Columns(
    Result,
    Column("title", _("Title"), kind="link"),
    Column("project"),
    Column("kind", path="project__kind"),
    Column("discipline", path="project__discipline"),
    Column("submitted_on"),
    Column("accepted_on"),
    Column("accepted_by", kind="person"),
    Column("transformed_on"),
    Column("state", kind="state"),
    Column("description"),
    Column("decision_reason"),
    url="innovations:result_detail",
    default="title kind discipline accepted_on transformed_on state",
    sort="-accepted_on",
    card="accepted_on transformed_on state",
)

property_columns = Columns(
    IntellectualProperty,
    Column("title", _("Title"), kind="link"),
    Column("kind"),
    Column("number"),
    Column("discipline"),
    Column("filed_on"),
    Column("granted_on"),
    Column("published_on"),
    Column("owners"),
    Column("result"),
    url="innovations:property_detail",
    default="title kind number discipline granted_on published_on",
    sort="-granted_on",
    card="kind granted_on published_on",
)

transformation_columns = Columns(
    Transformation,
    Column("unit", _("Applied where"), kind="link"),
    Column("result"),
    Column("discipline", path="result__project__discipline"),
    Column("since"),
    Column("form"),
    Column("state", kind="state"),
    Column("withdrawn_on"),
    Column("note"),
    url="innovations:transformation_detail",
    default="unit result discipline since form state",
    sort="-since",
    card="since form state",
)

claim_columns = Columns(
    BenefitClaim,
    Column("project", kind="link"),
    Column("result"),
    Column("discipline", path="project__discipline"),
    Column("claimant", kind="person"),
    Column("method"),
    Column("effect_from"),
    Column("effect_to"),
    Column("gross", _("Gross"), kind="money"),
    Column("cost", _("Cost"), kind="money"),
    Column("net", _("Net"), kind="money"),
    Column("confirmed", _("Confirmed"), kind="money"),
    Column("state", kind="state"),
    Column("submitted_on"),
    Column("judged_on"),
    Column("calculation"),
    url="innovations:claim_detail",
    default="project claimant effect_from net confirmed state",
    sort="-effect_from",
    card="effect_from net state",
)

# Under a project or result the first column of the list would say the same in every row.
claim_panel_columns = Columns(
    BenefitClaim,
    Column("effect_from", kind="link"),
    Column("method"),
    Column("claimant", kind="person"),
    Column("net", _("Net"), kind="money"),
    Column("confirmed", _("Confirmed"), kind="money"),
    Column("state", kind="state"),
    url="innovations:claim_detail",
    sort="-effect_from",
)

verdict_columns = Columns(
    BenefitVerdict,
    Column("number"),
    Column("judged_on"),
    Column("by", kind="person"),
    Column("confirmed", _("Confirmed"), kind="money"),
    Column("reason"),
    sort="-number",
)
