from sharing.models.agreement import Agreement
from sharing.models.alliance import Alliance, AllianceMember
from sharing.models.event import ExchangeEvent
from sharing.models.partner import PartnerUnit
from sharing.models.resource import SharedResource
from sharing.models.use import ResourceUse

__all__ = [
    "Agreement",
    "Alliance",
    "AllianceMember",
    "ExchangeEvent",
    "PartnerUnit",
    "ResourceUse",
    "SharedResource",
]
