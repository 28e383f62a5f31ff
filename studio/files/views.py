"""Three addresses for the files of any record: fetch, add, retire. Each first finds the owner among what is visible."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.files import actions
from studio.files.kinds import kinds_of, owner_model
from studio.files.models import Attachment

MAX_AT_ONCE = 20


@require_safe
def download(request, pk):
    """Stream one file to whoever sees its owner; retired files stay readable."""
    attachment, _owner = found(request, pk)
    try:
        content = attachment.path.open("rb")
    except FileNotFoundError as error:
        raise Http404(_("The content of this file is missing. Tell an administrator.")) from error
    audit(request.user, "file.download", attachment, owner=attachment.owner_type, owner_id=attachment.owner_id)
    response = FileResponse(
        content, as_attachment=True, filename=attachment.original_name, content_type=attachment.detected_type
    )
    response.headers["Content-Length"] = str(attachment.size)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cache-Control"] = "private, no-store"
    return response


@require_POST
def upload(request, owner_type, owner_id):
    """Add one or several files of one kind; all of them or, with the reason, none."""
    owner = visible_owner(request, owner_type, owner_id)
    try:
        kind, files = request.POST.get("kind", ""), request.FILES.getlist("file")
        if actions.rule_of(owner, kind).made_here:
            raise Refused(_("Files of this kind are not taken here."), 400)
        if not 0 < len(files) <= MAX_AT_ONCE:
            raise Refused(_("Choose 1 to %(count)d files.") % {"count": MAX_AT_ONCE}, 400)
        with transaction.atomic():
            for file in files:
                actions.attach(owner, kind, file, request.user)
    except Refused as refused:
        return back(request, owner, refused)
    return back(request, owner)


@require_POST
def retire(request, pk):
    """Take one file out of use."""
    attachment, owner = found(request, pk)
    try:
        actions.retire(attachment, owner, request.user, request.POST.get("reason", ""))
    except Refused as refused:
        return back(request, owner, refused)
    return back(request, owner)


def found(request, pk):
    """The attachment and its owner, when the person sees the owner and files of this kind; 404 otherwise."""
    attachment = get_object_or_404(Attachment.objects.select_related("studio"), pk=pk, studio=request.studio)
    owner = visible_owner(request, attachment.owner_type, attachment.owner_id)
    kind = kinds_of(owner).get(attachment.kind)
    if kind and not kind.open_to(request.user, owner):
        raise Http404
    return attachment, owner


def visible_owner(request, owner_type, owner_id):
    """The record that takes the files, among those the person sees; 404 otherwise."""
    model = owner_model(owner_type)
    if model is None:
        raise Http404
    owner = get_object_or_404(model._default_manager.visible_to(request.user, request.studio), pk=owner_id)
    if hasattr(owner, "files_open_to") and not owner.files_open_to(request.user):
        raise Http404
    return owner


def back(request, owner, refused: Refused | None = None):
    """To the page that asked (``next``) or the owner's own, with the refusal as a message there.

    A missing right is no message but the 403 page.
    """
    if refused and refused.status == 403:
        raise PermissionDenied(refused.text)
    if refused:
        request.refused = True
        messages.error(request, refused.text)
    target = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, request.is_secure()):
        target = owner.get_absolute_url()
    return redirect(target)
