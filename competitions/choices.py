from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CompetitionKind(TextChoices):
    """Who holds a competition: the studio itself, or somebody else."""

    ORGANISED = "organised", _("Organised by the studio")
    ATTENDED = "attended", _("Attended elsewhere")


class CompetitionLevel(TextChoices):
    """Level of a competition and of its awards, highest first."""

    NATIONAL = "national", _("National")
    PROVINCIAL = "provincial", _("Provincial")
    TRADE = "trade", pgettext_lazy("level", "Trade association")
    CITY = "city", _("City")
    COMPANY = "company", pgettext_lazy("level", "Company")
    STUDIO = "studio", pgettext_lazy("level", "Studio")


class CompetitionState(TextChoices):
    """A competition, from its plan to its closed file."""

    PLANNED = "planned", _("Planned")
    HELD = "held", _("Held")
    CLOSED = "closed", _("Closed")
    CANCELLED = "cancelled", _("Cancelled")


class EventForm(TextChoices):
    """Whether people or teams compete."""

    INDIVIDUAL = "individual", pgettext_lazy("competition", "Individual")
    TEAM = "team", pgettext_lazy("competition", "Team")


class EventState(TextChoices):
    """An event; marks are locked and published only where the studio itself gives them."""

    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open for entry")
    HELD = "held", _("Held")
    LOCKED = "locked", _("Marks locked")
    PUBLISHED = "published", pgettext_lazy("marks", "Published")
    CANCELLED = "cancelled", _("Cancelled")


class Award(TextChoices):
    """Prizes of an event, highest first."""

    FIRST = "first", _("First prize")
    SECOND = "second", _("Second prize")
    THIRD = "third", _("Third prize")
    EXCELLENCE = "excellence", _("Excellence award")


class ResultBasis(TextChoices):
    """Where a result comes from."""

    RECORDED = "recorded", _("Told by the organiser")
    MARKS = "marks", _("Marks of our own event")


class CorrectionState(TextChoices):
    """A change of a locked mark."""

    PROPOSED = "proposed", _("Waiting")
    ACCEPTED = "accepted", pgettext_lazy("correction", "Accepted")
    REJECTED = "rejected", pgettext_lazy("correction", "Rejected")


ENTERING = (EventState.PLANNED, EventState.OPEN)
# Entries may still be added while the sheets are filled in: who came without entry competed.
TAKES_ENTRIES = (*ENTERING, EventState.HELD)
TOOK_PLACE = (EventState.HELD, EventState.LOCKED, EventState.PUBLISHED)
SEALED = (EventState.LOCKED, EventState.PUBLISHED)
