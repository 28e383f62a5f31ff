"""What a person was told, and the two ways to put it away."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from studio.kit.paging import COUNTED, Order, Pager
from studio.notices.actions import mark_read
from studio.notices.models import Notice


def own_notices(request):
    """The person's own, in this studio; administrators read nobody else's either."""
    return Notice.objects.visible_to(request.user, request.studio).own(request.user)


@require_safe
def notice_list(request):
    """Newest first."""
    pager = Pager(own_notices(request), Order.of("-pk"), request.GET.get("page", "1"), request.GET.get("after", ""))
    notices = Notice.objects.filter(pk__in=pager.keys).order_by("-pk")
    part = "list" if request.htmx.target == "list" else "notice_list"
    return render(request, f"notices/{part}.html", {"notices": notices, "pager": pager, "counted": COUNTED})


@require_POST
def open_notice(request, pk):
    """Note that it was read and go where it leads."""
    notice = get_object_or_404(own_notices(request), pk=pk)
    mark_read(own_notices(request).filter(pk=pk))
    return redirect(notice.url or "notices:notice_list", **({} if notice.url else {"studio": request.studio.slug}))


@require_POST
def read_all(request):
    """Note that everything was read."""
    mark_read(own_notices(request))
    return redirect("notices:notice_list", studio=request.studio.slug)
