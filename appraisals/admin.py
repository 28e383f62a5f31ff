from django.contrib import admin

from appraisals.models import Appraiser, Batch, Candidate, Score
from studio.kit.admin import RecordAdmin


@admin.register(Batch)
class BatchAdmin(RecordAdmin):
    list_display = ["title", "title_en", "studio", "occupation", "level", "exam_on", "state"]
    list_filter = ["studio", "state", "level"]
    list_select_related = ["studio", "occupation", "level"]
    # Candidates applied for these and are told when they change, which the studio's pages take care of.
    fixed = ["discipline", "occupation", "level", "closes_on", "exam_on", "place"]


class LookOnly(RecordAdmin):
    """Written on the studio's pages, where rights and consequences are."""

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Appraiser)
class AppraiserAdmin(LookOnly):
    list_display = ["person", "batch", "studio"]
    list_filter = ["studio"]
    list_select_related = ["studio", "person", "batch"]


@admin.register(Candidate)
class CandidateAdmin(RecordAdmin):
    list_display = ["person", "batch", "studio", "route", "state", "outcome"]
    list_filter = ["studio", "state", "outcome"]
    list_select_related = ["studio", "person", "batch"]


@admin.register(Score)
class ScoreAdmin(LookOnly):
    list_display = ["candidate", "studio", "theory", "practical", "review"]
    list_filter = ["studio"]
    list_select_related = ["studio", "candidate__person", "candidate__batch"]
