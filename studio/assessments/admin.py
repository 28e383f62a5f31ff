"""The Django admin of visits: to look, and to mend texts; actions move on their pages."""

from django.contrib import admin

from studio.assessments.models import AgendaItem, Comment, ImprovementAction, Topic, Visit, VisitPerson
from studio.audit.log import record as audit
from studio.kit.admin import RecordAdmin


@admin.register(Topic)
class TopicAdmin(admin.ModelAdmin):
    """A catalogue of the installation."""

    list_display = ["key", "name", "name_en", "order"]

    def has_view_permission(self, request, obj=None):
        return request.user.has_module_perms(self.opts.app_label)

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def has_add_permission(self, request):
        return self.has_view_permission(request)

    def has_change_permission(self, request, obj=None):
        return self.has_view_permission(request)

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        audit(request.user, "change" if change else "create", obj, fields=form.changed_data)


class LineAdmin(RecordAdmin):
    """What belongs to a visit or request stays with it."""

    fixed = ("visit",)

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *self.fixed]


@admin.register(Visit)
class VisitAdmin(RecordAdmin):
    list_display = ["__str__", "studio", "kind", "held_on"]
    list_filter = ["studio", "kind"]


@admin.register(VisitPerson)
class VisitPersonAdmin(LineAdmin):
    list_display = ["display_name", "party", "visit"]
    fixed = ("visit", "person")


@admin.register(AgendaItem)
class AgendaItemAdmin(LineAdmin):
    list_display = ["__str__", "visit", "order"]


@admin.register(Comment)
class CommentAdmin(LineAdmin):
    list_display = ["__str__", "visit", "raised_on", "closed_on"]
    fixed = ("visit", "kind", "raised_on")


@admin.register(ImprovementAction)
class ImprovementActionAdmin(LineAdmin):
    list_display = ["display_name", "studio", "owner", "due_on", "state"]
    list_filter = ["studio", "state"]
    fixed = ("request", "owner", "discipline")
