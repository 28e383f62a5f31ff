"""The Django admin of the catalogues, for administrators; groups and levels to look at."""

from django.contrib import admin

from disciplines.models import Discipline, Group, GroupMembership, LevelRecord, Occupation, SkillLevel
from studio.kit.admin import CatalogueAdmin, RecordAdmin


@admin.register(Discipline)
class DisciplineAdmin(CatalogueAdmin):
    list_display = ["key", "name", "name_en", "order", "color_light", "color_dark"]

    def get_readonly_fields(self, request, obj=None):
        """The key stands in addresses."""
        return ["key"] if obj else []


@admin.register(Occupation)
class OccupationAdmin(CatalogueAdmin):
    list_display = ["name", "name_en", "code", "discipline"]
    list_filter = ["discipline"]


@admin.register(SkillLevel)
class SkillLevelAdmin(CatalogueAdmin):
    list_display = ["step", "name", "name_en", "national_number"]


@admin.register(Group)
class GroupAdmin(RecordAdmin):
    list_display = ["__str__", "studio", "discipline", "from_date", "to_date"]
    list_filter = ["studio", "discipline"]


class LookOnly(RecordAdmin):
    """Changed on the studio's pages, because leaders have rights and levels are never overwritten."""

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(GroupMembership)
class GroupMembershipAdmin(LookOnly):
    list_display = ["person", "group", "position", "from_date", "to_date"]
    list_filter = ["studio", "position"]


@admin.register(LevelRecord)
class LevelRecordAdmin(LookOnly):
    list_display = ["person", "occupation", "level", "reached_on", "basis"]
    list_filter = ["studio", "level"]
