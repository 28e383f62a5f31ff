"""The studio in the address decides the scope of the page."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse

from studio.organisation.access import rights
from studio.organisation.models import Studio, StudioAlias


class StudioMiddleware:
    """Put the studio of ``/s/<studio>/…`` into ``request.studio``; views below it take no such argument.

    Whoever has nothing to do with the studio gets the same 404 as for a studio that does not exist.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.studio = None
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Runs after LoginRequiredMiddleware, so ``request.user`` is a person here."""
        slug = kwargs.pop("studio", None)
        if slug is None:
            return None
        studio = Studio.objects.with_context().filter(slug=slug).first()
        alias = None if studio else StudioAlias.objects.select_related("studio__parent").filter(slug=slug).first()
        found = studio or (alias and alias.studio)
        if not found or not rights(request.user, found).roles:
            raise Http404
        if alias:
            match = request.resolver_match
            kwargs = {**match.kwargs, "studio": found.slug}
            query = f"?{request.GET.urlencode()}" if request.GET else ""
            return redirect(reverse(match.view_name, kwargs=kwargs) + query, permanent=True, preserve_request=True)
        request.studio = found
        return None
