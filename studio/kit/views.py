"""The studios a person may enter."""

from django.shortcuts import render

from studio.kit.chrome import studios_of


def studio_list(request):
    """Every studio to switch to, with its lead: a page, or the part that opens in the left bar."""
    template = "parts/studios.html" if request.htmx else "pages/studios.html"
    return render(request, template, {"studios": studios_of(request.user)})
