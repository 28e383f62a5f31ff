"""The page behind an invitation: the first password."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from studio.organisation import actions
from studio.organisation.actions import invitations
from studio.organisation.forms import FirstPasswordForm


@method_decorator([login_not_required, never_cache, sensitive_post_parameters()], name="dispatch")
class AcceptInvitation(View):
    """``/invitation/<secret>/``: set a password, once."""

    def dispatch(self, request, secret):
        try:
            return super().dispatch(request, secret=secret)
        except actions.Refused as problem:
            context = {"refusal": problem.text}
            return render(request, "organisation/invitation.html", context, status=problem.status)

    def get(self, request, secret):
        return self._page(FirstPasswordForm(person=invitations.find(secret).person))

    def post(self, request, secret):
        form = FirstPasswordForm(request.POST, person=invitations.find(secret).person)
        if not form.is_valid():
            return self._page(form, 422)
        invitations.accept(secret, form.cleaned_data["password"])
        messages.success(request, _("Your password is set. Sign in with it."))
        return redirect("account_login")

    def _page(self, form, status=200):
        return render(
            self.request, "organisation/invitation.html", {"form": form, "person": form.person}, status=status
        )
