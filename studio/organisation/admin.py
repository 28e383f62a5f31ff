"""The Django admin, for administrators. Rights are raised and taken through the audited actions only."""

from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _

from studio.kit.admin import CatalogueAdmin, RecordAdmin
from studio.organisation import actions, guards
from studio.organisation.models import (
    Base,
    Company,
    Honour,
    Invitation,
    Membership,
    Person,
    Setting,
    Studio,
    StudioAlias,
    StudioLead,
    StudioName,
    Unit,
)


class LookOnly(CatalogueAdmin):
    """Written by actions alone."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Company)
class CompanyAdmin(CatalogueAdmin):
    list_display = ["code", "name", "name_en"]


@admin.register(Unit)
class UnitAdmin(CatalogueAdmin):
    list_display = ["name", "name_en", "company", "parent"]
    list_filter = ["company"]
    search_fields = ["name", "name_en"]


@admin.register(Person)
class PersonAdmin(CatalogueAdmin):
    """Contacts are on the person's page, where each look at a full number is noted."""

    list_display = ["__str__", "login", "company", "unit", "is_active", "is_staff"]
    list_filter = ["company", "is_active", "is_staff"]
    search_fields = ["name", "name_en", "login", "employee_number"]
    fields = [
        *("login", "name", "name_en", "employee_number", "company", "unit", "post", "language"),
        *("is_active", "is_staff"),
    ]
    autocomplete_fields = ["unit"]

    def get_readonly_fields(self, request, obj=None):
        """Nobody changes the own rights."""
        return ["is_active", "is_staff"] if obj and obj.pk == request.user.pk else []

    def save_model(self, request, obj, form, change):
        wanted = {name: getattr(obj, name) for name in ("is_active", "is_staff")}
        if change:
            stored = Person.objects.get(pk=obj.pk)
            obj.is_active, obj.is_staff = stored.is_active, stored.is_staff
        else:
            obj.is_active, obj.is_staff = True, False
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        try:
            if wanted["is_staff"] != obj.is_staff:
                obj = actions.set_administrator(obj, request.user, wanted["is_staff"])
            if wanted["is_active"] != obj.is_active:
                actions.set_active(obj, request.user, is_active=wanted["is_active"])
        except actions.Refused as problem:
            self.message_user(request, problem.text, messages.ERROR)


@admin.register(Studio)
class StudioAdmin(CatalogueAdmin):
    list_display = ["slug", "name", "name_en", "company", "parent"]

    def get_readonly_fields(self, request, obj=None):
        """The address stays the same for ever; names change on the studio's page, where they keep their history."""
        return ["slug", "name", "name_en", "version"] if obj else []


class RoleForm(forms.ModelForm):
    """The end of a role, checked by the same rule as on the pages."""

    actor = None

    def clean(self):
        if why := guards.why_not_end(self.actor, self.instance):
            raise forms.ValidationError(why)
        return super().clean()


@admin.register(Membership)
class MembershipAdmin(RecordAdmin):
    """Roles are given on the person's page; here they end."""

    list_display = ["person", "role", "studio", "from_date", "to_date"]
    list_filter = ["studio", "role"]
    search_fields = ["person__name", "person__name_en", "person__login"]
    fields = ["studio", "person", "role", "from_date", "to_date"]
    readonly_fields = ["studio", "person", "role", "from_date"]
    form = RoleForm

    def get_fields(self, request, obj=None):
        return self.fields

    def get_readonly_fields(self, request, obj=None):
        """A role that has an end stays as it is."""
        return [*self.readonly_fields, "to_date"] if obj and obj.to_date else self.readonly_fields

    def get_form(self, request, obj=None, change=False, **kwargs):
        return type("RoleForm", (super().get_form(request, obj, change, **kwargs),), {"actor": request.user})

    def save_model(self, request, obj, form, change):
        if obj.to_date and "to_date" in form.changed_data:
            actions.end_role(obj, request.user, to_date=obj.to_date)


@admin.register(Honour)
class HonourAdmin(RecordAdmin):
    list_display = ["__str__", "studio", "level", "year"]
    list_filter = ["studio", "level"]


@admin.register(Base)
class BaseAdmin(RecordAdmin):
    list_display = ["__str__", "studio", "order"]
    list_filter = ["studio"]


@admin.register(StudioAlias, Setting)
class StudioPartAdmin(CatalogueAdmin):
    list_filter = ["studio"]


@admin.register(StudioName, StudioLead)
class HistoryAdmin(LookOnly):
    list_display = ["__str__", "studio", "from_date", "to_date"]
    list_filter = ["studio"]


@admin.register(Invitation)
class InvitationAdmin(LookOnly):
    """Who was invited, by whom and whether they came; the links are not kept."""

    list_display = ["person", "made_by", "made_at", "expires_at", "used_at"]
    fields = list_display


admin.site.site_header = admin.site.site_title = _("Innovation Studio: administration")
