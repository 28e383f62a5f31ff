from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class VisitKind(TextChoices):
    """On whose behalf the visitors came."""

    NATIONAL = "national", _("National assessment")
    PROVINCIAL = "provincial", _("Provincial assessment")
    CITY = "city", _("City or district assessment")
    COMPANY = "company", _("Company inspection")
    EXCHANGE = "exchange", _("Exchange visit")


class Party(TextChoices):
    """On which side of the table a person sat."""

    TEAM = "team", _("Assessment team")
    ATTENDING = "attending", _("Attending")
    ACCOMPANYING = "accompanying", _("Accompanying")


class CommentKind(TextChoices):
    """What a comment does: praise, ask for something, or ask about something."""

    PRAISE = "praise", _("Praise")
    REQUEST = "request", _("Request")
    QUESTION = "question", _("Question")


class ActionState(TextChoices):
    """How far an improvement action has come."""

    OPEN = "open", _("Not started")
    DOING = "doing", _("Under way")
    DONE = "done", _("Done, to be verified")
    VERIFIED = "verified", _("Verified")
    DROPPED = "dropped", _("Dropped")


UNFINISHED = (ActionState.OPEN, ActionState.DOING, ActionState.DONE)
