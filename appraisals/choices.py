from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BatchState(TextChoices):
    """A batch, from its draft to its decision."""

    DRAFT = "draft", _("Draft")
    OPEN = "open", _("Open for applications")
    EXAMINED = "examined", _("Examined")
    DECIDED = "decided", _("Decided")
    CANCELLED = "cancelled", _("Cancelled")


class CandidateState(TextChoices):
    """An application, from its sending to its answer."""

    APPLIED = "applied", pgettext_lazy("appraisal", "Applied")
    ACCEPTED = "accepted", pgettext_lazy("appraisal", "Accepted")
    DECLINED = "declined", pgettext_lazy("appraisal", "Declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("appraisal", "Withdrawn")


class Route(TextChoices):
    """How somebody became a candidate."""

    APPLICATION = "application", _("Own application")
    NOMINATION = "nomination", _("Nomination")


class Outcome(TextChoices):
    """What was decided about a candidate; empty until then."""

    PASSED = "passed", pgettext_lazy("appraisal", "Passed")
    FAILED = "failed", pgettext_lazy("appraisal", "Not passed")
    ABSENT = "absent", pgettext_lazy("appraisal", "Absent")


class Test(TextChoices):
    """What a candidate is examined in; the review is asked for from technician upward."""

    THEORY = "theory", _("Theory test")
    PRACTICAL = "practical", _("Practical test")
    REVIEW = "review", _("Comprehensive review")


# The exam lies behind; its day counts in the figures.
TOOK_PLACE = (BatchState.EXAMINED, BatchState.DECIDED)
ANSWERED = (CandidateState.ACCEPTED, CandidateState.DECLINED)
# From this step of the ladder on (technician) a comprehensive review is asked for.
REVIEW_FROM_STEP = 5
