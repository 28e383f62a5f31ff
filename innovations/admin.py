"""The Django admin, for administrators: to look, and to mend texts. States, their days and money are read-only."""

from django.contrib import admin

from innovations.models import (
    BenefitClaim,
    BenefitVerdict,
    InnovationKind,
    IntellectualProperty,
    Project,
    ProjectMember,
    Proposal,
    Result,
    Transformation,
)
from studio.kit.admin import CatalogueAdmin, RecordAdmin


@admin.register(InnovationKind)
class InnovationKindAdmin(CatalogueAdmin):
    list_display = ["name", "name_en", "family", "order"]


@admin.register(Proposal)
class ProposalAdmin(RecordAdmin):
    list_display = ["__str__", "studio", "author", "submitted_on", "state"]


@admin.register(Project)
class ProjectAdmin(RecordAdmin):
    list_display = ["__str__", "studio", "leader", "started_on", "concluded_on", "state"]
    fixed = ["leader"]


@admin.register(ProjectMember)
class ProjectMemberAdmin(RecordAdmin):
    list_display = ["project", "person", "share"]
    fixed = ["person", "share"]


@admin.register(Result)
class ResultAdmin(RecordAdmin):
    list_display = ["__str__", "studio", "accepted_on", "transformed_on", "state"]


@admin.register(IntellectualProperty)
class IntellectualPropertyAdmin(RecordAdmin):
    list_display = ["__str__", "studio", "kind", "number", "granted_on", "published_on"]


@admin.register(Transformation)
class TransformationAdmin(RecordAdmin):
    list_display = ["__str__", "result", "since", "form", "state"]
    fixed = ["since"]


@admin.register(BenefitClaim)
class BenefitClaimAdmin(RecordAdmin):
    list_display = ["project", "claimant", "effect_from", "net", "confirmed", "state"]
    fixed = ["gross", "cost", "effect_from", "effect_to"]


@admin.register(BenefitVerdict)
class BenefitVerdictAdmin(RecordAdmin):
    list_display = ["claim", "number", "confirmed", "by", "judged_on"]
    fixed = ["number", "claimant", "net", "confirmed", "reason", "by", "judged_on"]

    def has_change_permission(self, request, obj=None):
        return False
