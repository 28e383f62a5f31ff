"""What django-allauth asks us about accounts."""

from allauth.account.adapter import DefaultAccountAdapter
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
