"""Which level records are promotions of the studio's members."""

from datetime import date

from django.db.models import Exists, OuterRef, Q

from disciplines.models import GroupMembership, LevelRecord


def earlier(day: date):
    """For a level record: levels in the same occupation reached before it and still standing on ``day``."""
    same = {name: OuterRef(name) for name in ("studio", "person", "occupation")}
    return LevelRecord.objects.standing(day).filter(**same, reached_on__lt=OuterRef("reached_on"))


def promotes(day: date) -> Q:
    """Higher than every level held before in the occupation, by a member of a group on that very day.

    A first level in an occupation is no promotion. What was withdrawn by ``day`` counts no more.
    """
    open_end = Q(to_date=None) | Q(to_date__gte=OuterRef("reached_on"))
    member = GroupMembership.objects.filter(
        open_end, studio=OuterRef("studio"), person=OuterRef("person"), from_date__lte=OuterRef("reached_on")
    )
    before = earlier(day)
    return (Q(withdrawn_on=None) | Q(withdrawn_on__gt=day)) & Q(
        Exists(member),
        Exists(before),
        ~Exists(before.filter(level__step__gte=OuterRef("level__step"))),
    )
