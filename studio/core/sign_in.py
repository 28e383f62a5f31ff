"""What django-allauth asks us about accounts."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class ClosedAdapter(DefaultAccountAdapter):
    """Nobody signs up: people are invited."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("Sign-in name or password is not right."),
        "too_many_login_attempts": _(
            "Too many failed attempts. Wait five minutes, or ask the office of your studio for a new link."
        ),
    }

    def is_open_for_signup(self, request):
        return False

    def pre_authenticate(self, request, **credentials):
        """An attempt at a locked account fails like any other, for whoever listens."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            user_login_failed.send(sender=__name__, credentials=credentials, request=request)
            raise
