"""The Django admin for studio records: administrators look, and correct texts; the rest goes through the pages."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from studio.audit.log import record as audit
from studio.kit.form_pages import why_locked
from studio.organisation.records import StudioRecord


class CatalogueAdmin(admin.ModelAdmin):
    """Base of the admin of what belongs to the whole installation: administrators add and change, nobody deletes."""

    list_per_page = 50
    show_full_result_count = False

    def has_module_permission(self, request):
        return request.user.has_module_perms(self.opts.app_label)

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_add_permission(self, request):
        return self.has_module_permission(request)

    def has_change_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        audit(request.user, "change" if change else "create", obj, fields=form.changed_data)


class VersionedForm(forms.ModelForm):
    """Carries the version that was read, so that nobody overwrites another silently."""

    version_read = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version_read"] = self.instance.version

    def clean(self):
        """Refuse what was written over an older copy."""
        if self.cleaned_data.get("version_read") != self.instance.version:
            raise ValidationError(_("Somebody else changed this record meanwhile. Open it again."))
        return super().clean()


class RecordAdmin(admin.ModelAdmin):
    """Base of a record's admin; asks the same permissions as the pages.

    States, their dates and results are no editable fields, so they show read-only; links to other records do too,
    because they must not lead into another studio. ``fixed`` names further fields whose change has consequences.
    Records come and go on the studio's pages.
    """

    form = VersionedForm
    list_per_page = 50
    show_full_result_count = False
    fixed = ()

    def get_readonly_fields(self, request, obj=None):
        """What moves and actions write, and links."""
        shown = [field for field in self.model._meta.fields if field.name not in ("id", "version")]
        written = [field.name for field in shown if not field.editable or _leads_to_record(field)]
        return [*written, *self.fixed]

    def get_fields(self, request, obj=None):
        """The model's fields in their order, then the hidden version."""
        fields = [field.name for field in self.model._meta.fields if field.name not in ("id", "version")]
        return [*fields, "version_read"] if self.has_change_permission(request, obj) else fields

    def get_queryset(self, request):
        """Without what stays closed to administrators too."""
        return super().get_queryset(request).open_to_administrators()

    def has_module_permission(self, request):
        return request.user.has_module_perms(self.opts.app_label)

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm(f"{self.model.area}.view", obj)

    def has_change_permission(self, request, obj=None):
        """As on the pages, while the record's state does not lock it."""
        return request.user.has_perm(f"{self.model.area}.edit", obj) and not (obj and why_locked(obj, request.user))

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        audit(request.user, "change", obj, fields=form.changed_data)


def _leads_to_record(field) -> bool:
    return field.is_relation and issubclass(field.related_model, StudioRecord)
