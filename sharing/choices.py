from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PartnerKind(TextChoices):
    """What a unit is with which the studio shares."""

    STUDIO = "studio", _("Innovation studio")
    ENTERPRISE = "enterprise", _("Enterprise")
    SCHOOL = "school", _("School or university")
    INSTITUTE = "institute", _("Research institute")
    UNION = "union", _("Trade union body")
    OTHER = "other", pgettext_lazy("partner unit", "Other unit")


class AllianceRole(TextChoices):
    """The place of a unit in an alliance."""

    LEADING = "leading", _("Leading unit")
    COUNCIL = "council", _("Council unit")
    MEMBER = "member", _("Member unit")


class AgreementKind(TextChoices):
    """What two parties agree to share."""

    GENERAL = "general", _("Cooperation in general")
    TRAINING = "training", _("Training and trainers")
    EQUIPMENT = "equipment", _("Equipment and venues")
    TACKLING = "tackling", _("Joint tackling of technical problems")
    RESULTS = "results", _("Exchange of results")
    PAIRING = "pairing", _("Pairing of studios")


class AgreementState(TextChoices):
    """From the draft to its end. Whether it is in force on a day follows from its dates."""

    DRAFT = "draft", _("Draft")
    SIGNED = "signed", _("Signed")
    ENDED = "ended", pgettext_lazy("agreement", "Ended")


class EventKind(TextChoices):
    """The types by which studios count what they exchange."""

    REPORT = "report", _("Report meeting")
    EXCHANGE = "exchange", _("Exchange meeting")
    STUDY = "study", _("Special study")
    LESSON = "lesson", _("On-site lesson")
    ONLINE = "online", _("Online exchange")
    VISIT_GIVEN = "visit_given", _("Visit to others")
    VISIT_RECEIVED = "visit_in", _("Visit received")
    TACKLING = "tackling", _("Joint tackling")
    HELP = "help", _("Help given on site")
    OTHER = "other", pgettext_lazy("exchange event", "Other exchange")


class EventState(TextChoices):
    """An exchange event, from its plan to its day."""

    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    CANCELLED = "cancelled", _("Cancelled")


class ResourceKind(TextChoices):
    """What is shared."""

    COURSE = "course", _("Course")
    EXPERT = "expert", _("Trainer or expert")
    EQUIPMENT = "equipment", _("Equipment")
    VENUE = "venue", _("Venue")
    QUESTIONS = "questions", _("Question bank")
    METHOD = "method", _("Operation method")
    RESULT = "result", _("Innovation result")


class Direction(TextChoices):
    """Who gives and who takes."""

    GIVEN = "given", _("Given to others")
    TAKEN = "taken", _("Taken from others")


class ResourceState(TextChoices):
    """A shared resource is on offer until it is retired."""

    OFFERED = "offered", _("On offer")
    RETIRED = "retired", pgettext_lazy("shared resource", "Retired")


class UseState(TextChoices):
    """A use stands until it is withdrawn as recorded in error."""

    RECORDED = "recorded", _("Recorded")
    WITHDRAWN = "withdrawn", _("Withdrawn")
