"""The Django admin of visits: to look, and to mend texts; actions move on their pages."""

from django.contrib import admin

from studio.assessments.models import AgendaItem, Comment, ImprovementAction, Topic, Visit, VisitPerson
from studio.kit.admin import CatalogueAdmin, RecordAdmin


@admin.register(Topic)
class TopicAdmin(CatalogueAdmin):
    list_display = ["key", "name", "name_en", "order"]


class LineAdmin(RecordAdmin):
    """What belongs to a visit or request stays with it."""

    fixed = ("visit",)


@admin.register(Visit)
class VisitAdmin(RecordAdmin):
    list_display = ["__str__", "studio", "kind", "held_on"]
    list_filter = ["studio", "kind"]


@admin.register(VisitPerson)
class VisitPersonAdmin(LineAdmin):
    list_display = ["__str__", "party", "visit"]
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
    list_display = ["__str__", "studio", "owner", "due_on", "state"]
    list_filter = ["studio", "state"]
    fixed = ("request", "owner", "discipline")
