"""The Django admin, for administrators: catalogues, and texts of records. States, days, people and money stay."""

from django.contrib import admin

from studio.kit.admin import CatalogueAdmin, RecordAdmin
from studio.regulations.models import (
    Duty,
    Fund,
    Meeting,
    MeetingRule,
    Reading,
    Regulation,
    RegulationKind,
    RegulationVersion,
    RequiredKind,
    Spend,
    SpendCategory,
    VersionReview,
)


@admin.register(RegulationKind, SpendCategory)
class KindAdmin(CatalogueAdmin):
    list_display = ["name", "name_en", "key", "order"]


@admin.register(Regulation)
class RegulationAdmin(RecordAdmin):
    list_display = ["code", "title", "title_en", "studio", "kind", "owner"]
    list_select_related = ["studio", "kind", "owner"]
    fixed = ["kind"]


@admin.register(RegulationVersion)
class RegulationVersionAdmin(RecordAdmin):
    list_display = ["regulation", "number", "studio", "state", "effective_on", "review_due"]
    list_filter = ["studio", "state"]
    list_select_related = ["studio", "regulation"]
    # Whoever changes the words becomes their author, which the studio's pages take care of.
    fixed = ["text", "change_note"]


class WrittenOnce(RecordAdmin):
    """Only looked at."""

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Reading)
class ReadingAdmin(WrittenOnce):
    list_display = ["person", "version_read", "studio", "confirmed_on"]
    list_select_related = ["studio", "person", "version_read__regulation"]


@admin.register(VersionReview)
class VersionReviewAdmin(WrittenOnce):
    list_display = ["version_reviewed", "studio", "reviewed_on", "next_due", "reviewer"]
    list_select_related = ["studio", "reviewer", "version_reviewed__regulation"]


@admin.register(RequiredKind)
class RequiredKindAdmin(RecordAdmin):
    list_display = ["kind", "studio", "from_date", "to_date"]
    list_select_related = ["studio", "kind"]
    fixed = ["kind", "from_date", "to_date"]


@admin.register(Duty)
class DutyAdmin(RecordAdmin):
    list_display = ["title", "title_en", "studio", "person", "from_date", "to_date"]
    list_select_related = ["studio", "person"]
    fixed = ["person"]


@admin.register(Meeting)
class MeetingAdmin(RecordAdmin):
    list_display = ["title", "title_en", "studio", "kind", "planned_on", "state", "held_on"]
    list_filter = ["studio", "kind", "state"]
    list_select_related = ["studio"]


@admin.register(MeetingRule)
class MeetingRuleAdmin(RecordAdmin):
    list_display = ["kind", "studio", "times", "per", "from_date", "to_date"]
    list_select_related = ["studio"]
    fixed = ["kind", "discipline", "times", "per", "from_date", "to_date"]


@admin.register(Fund)
class FundAdmin(RecordAdmin):
    list_display = ["title", "title_en", "studio", "source", "year", "budget", "state"]
    list_filter = ["studio", "year", "state"]
    list_select_related = ["studio"]
    fixed = ["budget", "year"]


@admin.register(Spend)
class SpendAdmin(RecordAdmin):
    list_display = ["voucher", "studio", "fund", "spent_on", "amount", "state"]
    list_filter = ["studio", "state"]
    list_select_related = ["studio", "fund"]
    fixed = ["voucher", "amount", "spent_on", "beneficiary"]
