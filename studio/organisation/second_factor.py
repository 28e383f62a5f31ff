"""Administrators, finance and external assessors sign in with a second step (``SECOND_FACTOR_REQUIRED``)."""

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.shortcuts import redirect
from django_htmx.http import HttpResponseClientRedirect

from studio.organisation.choices import Role

ROLES = (Role.FINANCE, Role.ASSESSOR)
# What stays open until the second step is set up: the pages that do it, signing out, the language and the style.
OPEN = ("/accounts/", "/i18n/", "/static/", "/colours.css", "/healthz", "/readyz", "/invitation/")


def needs_second_factor(person) -> bool:
    """Whether what ``person`` may do today, in any studio, asks for a second step."""
    if not settings.SECOND_FACTOR_REQUIRED:
        return False
    return person.is_staff or person.memberships.in_force().filter(role__in=ROLES).exists()


class SecondFactorMiddleware:
    """Leads who needs a second step and has none to the page that sets it up, from wherever they go."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not settings.SECOND_FACTOR_REQUIRED or not request.user.is_authenticated or self._has_it(request):
            return self.get_response(request)
        request.second_factor_missing = needs_second_factor(request.user)
        if not request.second_factor_missing or request.path.startswith(OPEN):
            return self.get_response(request)
        return HttpResponseClientRedirect("/accounts/2fa/") if request.htmx else redirect("mfa_index")

    @staticmethod
    def _has_it(request) -> bool:
        """Used in this session (no query), or set up in it."""
        used = any(one["method"] == "mfa" for one in get_authentication_records(request, request.user))
        return used or is_mfa_enabled(request.user)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Nobody removes the second step that their role asks for."""

    def can_delete_authenticator(self, authenticator) -> bool:
        return not needs_second_factor(authenticator.user)
