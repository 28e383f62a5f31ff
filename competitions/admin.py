from django.contrib import admin

from competitions.models import Competition, Correction, Entrant, Entry, Event, JudgeAssignment, Mark, Result
from studio.kit.admin import RecordAdmin


class LookOnly(RecordAdmin):
    """Written on the studio's pages only, where their consequences are taken care of."""

    def has_change_permission(self, request, obj=None):
        """Nobody."""
        return False


@admin.register(Competition)
class CompetitionAdmin(RecordAdmin):
    list_display = ["title", "title_en", "studio", "kind", "level", "from_date", "state"]
    list_filter = ["studio", "kind", "level", "state"]
    list_select_related = ["studio"]
    fixed = ["kind", "discipline"]


@admin.register(Event)
class EventAdmin(RecordAdmin):
    list_display = ["title", "title_en", "studio", "discipline", "planned_on", "state"]
    list_filter = ["studio", "state", "discipline"]
    list_select_related = ["studio", "discipline"]
    # Changing these has consequences for people entered, which the studio's pages take care of.
    fixed = ["form", "discipline", "planned_on"]


@admin.register(JudgeAssignment)
class JudgeAssignmentAdmin(LookOnly):
    list_display = ["event", "person", "studio"]
    list_filter = ["studio"]
    list_select_related = ["studio", "event", "person"]


@admin.register(Entry)
class EntryAdmin(LookOnly):
    list_display = ["id", "event", "team_name", "studio", "absent"]
    list_filter = ["studio"]
    list_select_related = ["studio", "event"]


@admin.register(Entrant)
class EntrantAdmin(LookOnly):
    list_display = ["person", "guest", "event", "studio"]
    list_filter = ["studio"]
    list_select_related = ["studio", "event", "person"]


@admin.register(Mark)
class MarkAdmin(LookOnly):
    list_display = ["id", "studio", "score", "rank", "award"]
    list_filter = ["studio", "award"]
    list_select_related = ["studio"]


@admin.register(Correction)
class CorrectionAdmin(LookOnly):
    list_display = ["id", "studio", "old_score", "new_score", "state"]
    list_filter = ["studio", "state"]
    list_select_related = ["studio"]


@admin.register(Result)
class ResultAdmin(LookOnly):
    list_display = ["id", "studio", "award", "rank", "score", "awarded_on", "basis"]
    list_filter = ["studio", "award", "basis"]
    list_select_related = ["studio"]
