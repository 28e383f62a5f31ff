from innovations.models.claim import BenefitClaim
from innovations.models.intellectual import PATENTS, PUBLISHED, IntellectualProperty
from innovations.models.kind import InnovationKind
from innovations.models.project import Project, ProjectMember
from innovations.models.proposal import Proposal
from innovations.models.result import Result
from innovations.models.transformation import Transformation
from innovations.models.verdict import AppendOnly, BenefitVerdict

__all__ = [
    "PATENTS",
    "PUBLISHED",
    "AppendOnly",
    "BenefitClaim",
    "BenefitVerdict",
    "InnovationKind",
    "IntellectualProperty",
    "Project",
    "ProjectMember",
    "Proposal",
    "Result",
    "Transformation",
]
