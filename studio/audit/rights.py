"""The one way an action refuses who lacks a right."""

from studio.audit.errors import Refused
from studio.organisation.access import refusal


def require(actor, permission: str, target) -> None:
    """Raise ``Refused`` (403), saying who may, unless ``actor`` holds ``permission`` for ``target``."""
    if not actor.has_perm(permission, target):
        raise Refused(refusal(permission), 403)
