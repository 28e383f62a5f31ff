from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Family(TextChoices):
    """Which of the two catalogues a kind belongs to."""

    FIVE_SMALL = "five_small", _("Five-small innovations")
    OTHER = "other", _("Other kinds")


class ProposalState(TextChoices):
    """From the first note to the decision."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    ADOPTED = "adopted", _("Adopted")
    REJECTED = "rejected", _("Rejected")
    ARCHIVED = "archived", _("Archived for later")


class ProjectState(TextChoices):
    """From the plan to its end."""

    DRAFT = "draft", _("Draft")
    APPROVED = "approved", _("Approved")
    RUNNING = "running", _("Running")
    CONCLUDED = "concluded", _("Concluded")
    STOPPED = "stopped", _("Stopped")


class ResultState(TextChoices):
    """From the first note to acceptance."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted for acceptance")
    ACCEPTED = "accepted", _("Accepted")
    RETURNED = "returned", _("Returned")


class PropertyKind(TextChoices):
    """What is protected or published."""

    INVENTION = "invention", _("Invention patent")
    UTILITY = "utility", _("Utility model patent")
    DESIGN = "design", _("Design patent")
    SOFTWARE = "software", _("Software copyright")
    PAPER = "paper", _("Paper")
    STANDARD = "standard", _("Standard")


class TransformationForm(TextChoices):
    """How a result came into use."""

    OWN_USE = "own_use", _("Own use")
    SPREAD = "spread", _("Spread inside the group")
    LICENCE = "licence", _("Licence")
    SALE = "sale", _("Sale")
    STANDARD = "standard", _("Standard or rule adopted")
    COURSE = "course", _("Training course")


class TransformationState(TextChoices):
    """A transformation stands until it is withdrawn as recorded in error."""

    RECORDED = "recorded", _("Recorded")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class BenefitMethod(TextChoices):
    """By which formula the gross benefit was worked out."""

    LABOUR = "labour", _("Labour hours saved")
    MATERIAL = "material", _("Material or tools saved")
    ENERGY = "energy", _("Energy saved")
    MAINTENANCE = "maintenance", _("Repair cost and failures avoided")
    OUTPUT = "output", _("More or better output")
    OTHER = "other", _("Other direct benefit")


class ClaimState(TextChoices):
    """From the claim to finance's verdict."""

    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    JUDGED = "judged", _("Judged")
