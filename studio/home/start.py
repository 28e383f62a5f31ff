"""The address without a studio leads to the person's own."""

from django.db.models import Exists, OuterRef
from django.shortcuts import redirect, render

from studio.kit.urls import studio_reverse
from studio.organisation.models import Studio


def start(request):
    """To the studio where this person has a role, else to the first they may enter."""
    own = request.user.memberships.in_force().filter(studio=OuterRef("pk"))
    studio = Studio.objects.entered_by(request.user).alias(own=Exists(own)).order_by("-own", "pk").first()
    if studio is None:
        return render(request, "home/no_studio.html")
    return redirect(studio_reverse(studio, "home:home"))
