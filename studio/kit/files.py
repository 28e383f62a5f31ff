"""Attachments on a record's page."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from studio.audit.errors import Refused


def files_of(record) -> list:
    """The record's attachments, newest first."""
    from studio.files.actions import of

    return list(of(record))


def kinds_of(record) -> list[tuple[str, str]]:
    """Kinds of files the model declares as ``attachment_kinds`` (pairs of key and label)."""
    kinds = getattr(record, "attachment_kinds", None) or {"document": _("Document")}
    return list(kinds.items() if isinstance(kinds, dict) else kinds)


def attach_to(record, request) -> str:
    """Attach the uploaded file; returns why it was refused, in words, or nothing."""
    from studio.files.actions import attach

    upload, kind = request.FILES.get("file"), request.POST.get("kind", "")
    if upload is None:
        return _("Choose a file first.")
    if kind not in dict(kinds_of(record)):
        return _("Say what kind of file it is.")
    try:
        attach(record, kind, upload, request.user)
    except Refused as problem:
        return str(problem.text)
    except ValidationError as problem:
        return " ".join(problem.messages)
    return ""
