"""For the bell on every page."""

from django.utils.functional import SimpleLazyObject

from studio.notices.models import Notice

MOST = 99


def unread_notices(request) -> dict:
    """``unread_notices``: how many unread notices the person has in this studio, at most 99; asked only when shown."""

    def count() -> int:
        studio = getattr(request, "studio", None)
        if studio is None or not request.user.is_authenticated:
            return 0
        own = Notice.objects.filter(studio=studio, person=request.user)
        return own.unread().order_by()[:MOST].count()

    return {"unread_notices": SimpleLazyObject(count)}
