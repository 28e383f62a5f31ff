from studio.organisation.models.company import Company, Unit
from studio.organisation.models.membership import Membership
from studio.organisation.models.person import Invitation, Person
from studio.organisation.models.setting import Setting
from studio.organisation.models.studio import Base, Honour, Studio, StudioAlias, StudioLead, StudioName

__all__ = [
    "Base",
    "Company",
    "Honour",
    "Invitation",
    "Membership",
    "Person",
    "Setting",
    "Studio",
    "StudioAlias",
    "StudioLead",
    "StudioName",
    "Unit",
]
