"""Who signed in and out, who failed to, and changes of passwords and second steps, from the signals of the libraries.

These rows belong to no studio and name no record: colleagues do not read them in anybody's history. What was typed is
never kept; a failure names the account only if there is one.
"""

from allauth.account import signals as account
from allauth.mfa import signals as second_step
from django.contrib.auth import get_user_model
from django.contrib.auth import signals as django

from studio.audit.log import record

# Passwords by invitation have a row of their own (organisation.actions.invitations).
NOTED = {
    account.user_logged_in: "sign_in",
    account.password_changed: "person.change_password",
    second_step.authenticator_added: "second_step.add",
    second_step.authenticator_removed: "second_step.remove",
    second_step.authenticator_reset: "second_step.reset",
    second_step.authentication_failed: "second_step.fail",
}


def connect() -> None:
    """Listen; called once at the start."""
    for signal, verb in NOTED.items():
        signal.connect(_noter(verb), weak=False, dispatch_uid=f"audit.{verb}")
    django.user_logged_out.connect(_signed_out, dispatch_uid="audit.sign_out")
    django.user_login_failed.connect(_failed, dispatch_uid="audit.sign_in.fail")


def _noter(verb: str):
    def note(sender, user, **facts):
        record(user, verb)

    return note


def _signed_out(sender, user, **facts):
    if user is not None:  # signing out twice is nothing
        record(user, "sign_out")


def _failed(sender, credentials, **facts):
    login = str(credentials.get("username") or "")
    person = get_user_model().objects.filter(login__iexact=login).first() if login else None
    record(None, "sign_in.fail", person=person and person.pk)
