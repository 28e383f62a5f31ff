"""The page behind the link that an empty installation prints."""

from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.db import IntegrityError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from studio.audit.errors import Refused
from studio.home import first_run
from studio.home.first_run_forms import FirstRunForm
from studio.kit.urls import studio_reverse
from studio.organisation.actions import first_link


@login_not_required
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request, secret):
    """``/first-run/<secret>/``: once; afterwards the administrator is signed in and stands on the home page."""
    try:
        first_link.check(secret)
        form = FirstRunForm(request.POST or None)
        if request.method != "POST" or not form.is_valid():
            return _page(request, form, 422 if request.method == "POST" else 200)
        person, studio = first_run.begin(secret, first_run.Beginning(**form.beginning))
    except Refused as problem:
        return render(request, "home/first_run_closed.html", {"refusal": problem.text}, status=problem.status)
    except IntegrityError:
        form.add_error(None, _("A name, code or address is taken already. Choose others."))
        return _page(request, form, 409)
    login(request, person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return redirect(studio_reverse(studio, "home:home"))


def _page(request, form, status):
    return render(request, "home/first_run.html", {"form": form}, status=status)
