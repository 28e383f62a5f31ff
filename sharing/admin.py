from django.contrib import admin

from sharing.models import Agreement, Alliance, AllianceMember, ExchangeEvent, PartnerUnit, ResourceUse, SharedResource
from studio.kit.admin import RecordAdmin


@admin.register(PartnerUnit)
class PartnerUnitAdmin(RecordAdmin):
    list_display = ["name", "name_en", "studio", "kind", "region"]
    list_filter = ["studio", "kind"]
    list_select_related = ["studio"]


@admin.register(Alliance)
class AllianceAdmin(RecordAdmin):
    list_display = ["name", "name_en", "studio", "role", "from_date", "to_date"]
    list_filter = ["studio", "role", "level"]
    list_select_related = ["studio"]


@admin.register(AllianceMember)
class AllianceMemberAdmin(RecordAdmin):
    list_display = ["unit", "alliance", "studio", "role", "from_date", "to_date"]
    list_filter = ["studio", "role"]
    list_select_related = ["studio", "alliance", "unit"]


@admin.register(Agreement)
class AgreementAdmin(RecordAdmin):
    list_display = ["title", "title_en", "studio", "kind", "state", "from_date", "to_date"]
    list_filter = ["studio", "state", "kind"]
    list_select_related = ["studio"]


@admin.register(ExchangeEvent)
class ExchangeEventAdmin(RecordAdmin):
    list_display = ["title", "title_en", "studio", "kind", "planned_on", "state", "held_on"]
    list_filter = ["studio", "state", "kind"]
    list_select_related = ["studio"]


@admin.register(SharedResource)
class SharedResourceAdmin(RecordAdmin):
    list_display = ["title", "title_en", "studio", "kind", "direction", "state", "offered_on"]
    list_filter = ["studio", "state", "kind", "direction"]
    list_select_related = ["studio"]
    # Uses lie between its days, and the keeper is told: the studio's pages take care of both.
    fixed = ["offered_on", "keeper"]


@admin.register(ResourceUse)
class ResourceUseAdmin(RecordAdmin):
    list_display = ["resource", "partner", "person", "unit", "studio", "used_on", "state"]
    list_filter = ["studio", "state"]
    list_select_related = ["studio", "resource", "partner", "person", "unit"]
    # Who used it must belong to the studio, and the day to the resource's days.
    fixed = ["person", "unit", "used_on"]
