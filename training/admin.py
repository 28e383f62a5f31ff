from django.contrib import admin

from studio.kit.admin import RecordAdmin
from training.models import Attendance, Course, PlanLine, Session


@admin.register(PlanLine)
class PlanLineAdmin(RecordAdmin):
    list_display = ["title", "title_en", "studio", "year", "discipline", "state"]
    list_filter = ["studio", "year", "state"]
    list_select_related = ["studio", "discipline"]


@admin.register(Course)
class CourseAdmin(RecordAdmin):
    list_display = ["title", "title_en", "studio", "discipline", "hours"]
    list_filter = ["studio", "discipline"]
    list_select_related = ["studio", "discipline"]


@admin.register(Session)
class SessionAdmin(RecordAdmin):
    list_display = ["course", "studio", "planned_on", "trainer", "state", "held_on"]
    list_filter = ["studio", "state"]
    list_select_related = ["studio", "course", "trainer"]
    # Changing these has consequences for people enrolled, which the studio's pages take care of.
    fixed = ["trainer", "planned_on", "start_time", "place", "class_hours", "capacity"]


@admin.register(Attendance)
class AttendanceAdmin(RecordAdmin):
    list_display = ["person", "session", "studio", "status", "score", "passed"]
    list_filter = ["studio", "status"]
    list_select_related = ["studio", "person", "session__course"]

    def has_change_permission(self, request, obj=None):
        """Results are written on the attendance sheet only."""
        return False
