"""The Django admin for studio records: administrators look, and correct texts; the rest goes through the pages."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from studio.audit.log import record as audit
from studio.kit.form_pages import why_locked


class VersionedForm(forms.ModelForm):
    """Carries the version that was read, so that nobody overwrites another silently."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version

    def clean_version(self):
        if self.cleaned_data["version"] != self.instance.version:
            raise ValidationError(_("Somebody else changed this record meanwhile. Open it again."))
        return self.cleaned_data["version"]


class RecordAdmin(admin.ModelAdmin):
    """Base of a record's admin. States, their dates, results and money are not editable fields, so they show read-only.

    Records are added and deleted on the studio's pages, where the actions are.
    """

    form = VersionedForm
    list_per_page = 50
    show_full_result_count = False

    def get_readonly_fields(self, request, obj=None):
        """Whatever the model lets nobody edit, shown."""
        fixed = [field.name for field in self.model._meta.fields if not field.editable and field.name != "version"]
        return [*super().get_readonly_fields(request, obj), *fixed]

    def get_fields(self, request, obj=None):
        """The model's fields in their order, then the hidden version."""
        fields = [field.name for field in self.model._meta.fields if field.name not in ("id", "version")]
        return [*fields, "version"] if self.has_change_permission(request, obj) else fields

    def has_module_permission(self, request):
        return request.user.has_module_perms(self.opts.app_label)

    def has_view_permission(self, request, obj=None):
        return self.has_module_permission(request)

    def has_change_permission(self, request, obj=None):
        """Administrators, while the record is not locked by its state."""
        return self.has_module_permission(request) and not (obj and why_locked(obj, request.user))

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        audit(request.user, "change", obj, fields=form.changed_data)
