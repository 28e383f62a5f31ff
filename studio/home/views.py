from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from studio.core.finding import MOST_LETTERS
from studio.core.periods import Period
from studio.home.checklist import checklist
from studio.home.overview import Overview, Picture, picture_of
from studio.kit.everything import everything
from studio.kit.scope import scope_of
from studio.notices.tasks import tasks_of


@require_safe
def home(request):
    """The studio's year by discipline and function; participants get their own tasks and what is open to them."""
    person, studio = request.user, request.studio
    if not person.has_perm("home.view", studio):
        return render(request, "home/own.html")
    overview, picture = _look(request)
    context = {
        "scope": scope_of(request),
        "period": overview.period,
        "compared": overview.compared,
        "headlines": overview.headlines(),
        "functions": overview.functions,
        "rows": overview.rows(),
        "aspects": overview.aspects(),
        "honours": picture.honours if person.has_perm("studio.view", studio) else [],
    }
    return render(request, "home/home.html", context)


@require_safe
def trends(request):
    """Each function's figure over the period, by discipline."""
    if not request.user.has_perm("home.view", request.studio):
        raise PermissionDenied
    overview, _picture = _look(request)
    context = {"scope": scope_of(request), "period": overview.period, "charts": overview.trends()}
    return render(request, "home/trends.html", context)


def _look(request) -> tuple[Overview, Picture]:
    """The period and discipline the address asks for: by default the year the studio shows."""
    scope, studio = scope_of(request), request.studio
    period = scope.period or Period.year(studio.shown_year or timezone.localdate().year)
    picture = picture_of(studio, period)
    scope.disciplines = picture.disciplines  # the pickers need no query of their own
    return Overview(request.user, studio, period, picture, scope.discipline), picture


@require_safe
def tasks(request):
    """What waits for the person: a part of the home page, fetched by it so that it is never out of a cache."""
    template = "home/tasks.html" if request.htmx else "home/tasks_page.html"
    person, studio = request.user, request.studio
    steps = checklist(person, studio)
    done = [one for one in steps if one.done]
    return render(request, template, {"tasks": tasks_of(person, studio), "steps": steps, "steps_done": done})


@require_safe
def search(request):
    """Everything the person sees that holds the words; the part under the search field while typing."""
    words = request.GET.get("q", "").strip()[:MOST_LETTERS]
    typing = request.htmx and request.htmx.target == "suggestions"
    groups = everything(request.user, request.studio, words) if words else []
    template = "home/suggestions.html" if typing else "home/search.html"
    response = render(request, template, {"words": words, "groups": groups})
    response["Vary"] = "HX-Request, Cookie"
    return response
