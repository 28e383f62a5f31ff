from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Position(TextChoices):
    """Place of a person in a discipline group."""

    LEADER = "leader", _("Group leader")
    DEPUTY = "deputy", _("Deputy group leader")
    MEMBER = "member", _("Group member")


class LevelBasis(TextChoices):
    """On what a skill level rests."""

    APPRAISAL = "appraisal", _("Skills appraisal")
    COMPETITION = "competition", _("Competition result")
    CERTIFICATE = "certificate", _("Certificate from elsewhere")
    APPOINTMENT = "appointment", _("Appointment")
