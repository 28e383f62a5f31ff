from django.contrib import admin

from studio.kit.admin import RecordAdmin
from studio.links.models import Link


@admin.register(Link)
class LinkAdmin(RecordAdmin):
    """To look at; links come and go on the pages of their records."""

    list_display = ["first", "second", "studio", "by", "created_at"]
    list_filter = ["studio"]
    list_select_related = ["studio", "by"]

    def has_change_permission(self, request, obj=None):
        return False
