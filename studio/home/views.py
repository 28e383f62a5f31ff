from django.shortcuts import render
from django.utils import timezone

from studio.core.periods import Period
from studio.home.overview import Overview
from studio.kit.scope import scope_of
from studio.notices.tasks import tasks_of
from studio.organisation.models import Honour


def home(request):
    """The studio's year by discipline and function; participants get their own tasks and what is open to them."""
    person, studio = request.user, request.studio
    context = {"tasks": tasks_of(person, studio)}
    if not person.has_perm("home.view", studio):
        return render(request, "home/own.html", context)
    scope = scope_of(request)
    period = scope.period or Period.year(studio.shown_year or timezone.localdate().year)
    overview = Overview(person, studio, period, scope.disciplines, scope.discipline)
    context |= {
        "scope": scope,
        "period": period,
        "headlines": overview.headlines(),
        "functions": overview.functions,
        "rows": overview.rows(),
        "charts": overview.trends(),
        "honours": Honour.objects.visible_to(person, studio).in_force(period.end),
    }
    return render(request, "home/home.html", context)
