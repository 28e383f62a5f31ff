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
from studio.audit.log import record as audit
from studio.organisation.records import StudioRecord


@admin.register(InnovationKind)
class InnovationKindAdmin(admin.ModelAdmin):
    """A catalogue of the installation; kinds in use cannot be deleted."""

    list_display = ["name", "name_en", "family", "order"]

    def has_view_permission(self, request, obj=None):
        return request.user.is_staff

    has_add_permission = has_change_permission = has_delete_permission = has_view_permission


class RecordAdmin(admin.ModelAdmin):
    """Asks the same permissions as the pages. Records come and go on the pages, where their studio is known."""

    list_filter = ["studio"]
    fixed = ()

    def has_module_permission(self, request):
        return request.user.is_staff

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(f"{self.model.area}.view", obj)

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm(f"{self.model.area}.edit", obj) and not (obj and why_locked(obj, request.user))

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_readonly_fields(self, request, obj=None):
        """What moves and actions write, links between records, and what the model's admin fixes besides."""
        written = [field.name for field in self.model._meta.fields if not field.editable]
        return [*written, *(field.name for field in self.model._meta.fields if leads_to_record(field)), *self.fixed]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        audit(request.user, "change", obj, fields=form.changed_data, admin=True)


def leads_to_record(field) -> bool:
    """Whether the field names another record of a studio, which must not become one of another studio."""
    return field.editable and field.is_relation and issubclass(field.related_model, StudioRecord)


def why_locked(record, person):
    """Why the record cannot be changed now, if its model says so."""
    return record.why_locked(person) if hasattr(record, "why_locked") else None


@admin.register(Proposal)
class ProposalAdmin(RecordAdmin):
    list_display = ["display_name", "studio", "author", "submitted_on", "state"]
    fixed = ["co_authors"]


@admin.register(Project)
class ProjectAdmin(RecordAdmin):
    list_display = ["display_name", "studio", "leader", "started_on", "concluded_on", "state"]
    fixed = ["leader"]


@admin.register(ProjectMember)
class ProjectMemberAdmin(RecordAdmin):
    list_display = ["project", "person", "share"]
    fixed = ["person", "share"]


@admin.register(Result)
class ResultAdmin(RecordAdmin):
    list_display = ["display_name", "studio", "accepted_on", "transformed_on", "state"]


@admin.register(IntellectualProperty)
class IntellectualPropertyAdmin(RecordAdmin):
    list_display = ["display_name", "studio", "kind", "number", "granted_on", "published_on"]
    fixed = ["inventors"]


@admin.register(Transformation)
class TransformationAdmin(RecordAdmin):
    list_display = ["place", "result", "since", "form", "state"]
    fixed = ["since"]


@admin.register(BenefitClaim)
class BenefitClaimAdmin(RecordAdmin):
    list_display = ["project", "claimant", "effect_from", "net", "confirmed", "state"]
    fixed = ["gross", "cost", "effect_from", "effect_to"]


@admin.register(BenefitVerdict)
class BenefitVerdictAdmin(RecordAdmin):
    list_display = ["claim", "number", "confirmed", "by", "judged_on"]

    def has_change_permission(self, request, obj=None):
        return False
