"""What django-allauth asks us about accounts."""

from allauth.account.adapter import DefaultAccountAdapter


class ClosedAdapter(DefaultAccountAdapter):
    """Nobody signs up: people are invited."""

    def is_open_for_signup(self, request):
        return False
