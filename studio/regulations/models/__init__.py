from studio.regulations.models.duty import Duty
from studio.regulations.models.fund import Fund
from studio.regulations.models.kind import RegulationKind, RequiredKind, SpendCategory
from studio.regulations.models.meeting import Meeting, MeetingRule
from studio.regulations.models.reading import Reading, VersionReview
from studio.regulations.models.regulation import Regulation
from studio.regulations.models.spend import Spend
from studio.regulations.models.version import RegulationVersion

__all__ = [
    "Duty",
    "Fund",
    "Meeting",
    "MeetingRule",
    "Reading",
    "Regulation",
    "RegulationKind",
    "RegulationVersion",
    "RequiredKind",
    "Spend",
    "SpendCategory",
    "VersionReview",
]
