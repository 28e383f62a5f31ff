from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class VersionState(TextChoices):
    """A version of a regulation, from its draft to what ended it."""

    DRAFT = "draft", _("Draft")
    IN_FORCE = "in_force", _("In force")
    REPLACED = "replaced", _("Replaced")
    ABOLISHED = "abolished", _("Abolished")


class Standing(TextChoices):
    """How a regulation, or a kind that must be kept, stands on a day; worked out from dates, stored nowhere."""

    IN_FORCE = "in_force", _("In force")
    OVERDUE = "overdue", _("Review overdue")
    MISSING = "missing", _("None in force")


class MeetingKind(TextChoices):
    """What a meeting is for."""

    MONTHLY = "monthly", _("Monthly member meeting")
    QUARTERLY = "quarterly", _("Quarterly summary")
    YEARLY = "yearly", _("Year-end review")
    GROUP = "group", _("Group meeting")
    OTHER = "other", _("Other meeting")


class MeetingState(TextChoices):
    """A meeting, planned and then held or cancelled."""

    PLANNED = "planned", _("Planned")
    HELD = "held", pgettext_lazy("meeting", "Held")
    CANCELLED = "cancelled", _("Cancelled")


class Per(TextChoices):
    """The time in which a rule asks for so many meetings."""

    MONTH = "month", pgettext_lazy("per", "a month")
    QUARTER = "quarter", pgettext_lazy("per", "a quarter")
    YEAR = "year", pgettext_lazy("per", "a year")


# How many months each takes.
MONTHS = {Per.MONTH: 1, Per.QUARTER: 3, Per.YEAR: 12}


class FundSource(TextChoices):
    """Who gives the money."""

    COMPANY = "company", pgettext_lazy("money from", "Company")
    UNION = "union", pgettext_lazy("money from", "Trade union")
    GOVERNMENT = "government", pgettext_lazy("money from", "Government subsidy")
    OTHER = "other", pgettext_lazy("money from", "Other source")


class FundState(TextChoices):
    """A fund, from its plan to its last spend."""

    DRAFT = "draft", _("Draft")
    OPEN = "open", _("Open for spending")
    CLOSED = "closed", pgettext_lazy("fund", "Closed")


class SpendState(TextChoices):
    """A spend, recorded by one person and approved by another."""

    RECORDED = "recorded", _("Recorded")
    APPROVED = "approved", _("Approved")
    VOID = "void", pgettext_lazy("spend", "Void")
