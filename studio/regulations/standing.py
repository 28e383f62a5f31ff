"""What holds on a day, worked out from dates alone: pieces of conditions that figures, lists and reports share."""

from datetime import date

from django.apps import apps
from django.db.models import Exists, OuterRef, Q


def holds(day: date, version: str = "") -> Q:
    """Versions in force on ``day``; ``version`` is the look-up that leads to the version."""
    replaced = Q((f"{version}replaced_on__isnull", True)) | Q((f"{version}replaced_on__gt", day))
    abolished = Q((f"{version}abolished_on__isnull", True)) | Q((f"{version}abolished_on__gt", day))
    return Q((f"{version}effective_on__lte", day)) & replaced & abolished


def lasts(day: date) -> Q:
    """Rows from a day to another, both included, that hold on ``day``."""
    return Q(from_date__lte=day) & (Q(to_date__isnull=True) | Q(to_date__gte=day))


def reviewed(day: date) -> Exists:
    """Of versions: those that, as far as was known on ``day``, needed no review before it."""
    reviews = apps.get_model("regulations", "VersionReview").objects
    return Exists(reviews.filter(version_reviewed=OuterRef("pk"), reviewed_on__lte=day, next_due__gte=day))


def kept(day: date, *conditions) -> Exists:
    """Of required kinds: those of which the studio has a version in force on ``day`` (that meets ``conditions``)."""
    of_kind = {"studio": OuterRef("studio"), "regulation__kind": OuterRef("kind")}
    return Exists(_versions(day).filter(*conditions, **of_kind))


def has_version(day: date, *conditions) -> Exists:
    """Of regulations: those with a version in force on ``day`` (that meets ``conditions``)."""
    return Exists(_versions(day).filter(*conditions, regulation=OuterRef("pk")))


def under_rule() -> Q:
    """Of meetings held: those of a kind and discipline for which a meeting rule held on their day."""
    rules = apps.get_model("regulations", "MeetingRule").objects
    asked = rules.filter(
        Q(to_date__isnull=True) | Q(to_date__gte=OuterRef("held_on")),
        studio=OuterRef("studio"),
        kind=OuterRef("kind"),
        from_date__lte=OuterRef("held_on"),
    )
    for_all = Q(discipline__isnull=True) & Exists(asked.filter(discipline__isnull=True))
    return for_all | Exists(asked.filter(discipline=OuterRef("discipline")))


def _versions(day: date):
    return apps.get_model("regulations", "RegulationVersion").objects.filter(holds(day))
