"""Every change to people, roles and studios that has consequences."""

from studio.audit.errors import Refused
from studio.organisation.actions.invitations import Link, accept, invite, mail
from studio.organisation.actions.people import add_person, change_person, reveal, set_active, set_administrator
from studio.organisation.actions.roles import end_role, give_role
from studio.organisation.actions.studios import change_lead, change_studio, rename_studio

__all__ = [
    "Link",
    "Refused",
    "accept",
    "add_person",
    "change_lead",
    "change_person",
    "change_studio",
    "end_role",
    "give_role",
    "invite",
    "mail",
    "rename_studio",
    "reveal",
    "set_active",
    "set_administrator",
]
