"""Database checks that hold a state and its columns together."""

from django.db import models
from django.db.models import Q


def filled(*fields: str) -> Q:
    """All of ``fields`` hold a value."""
    return Q(**{f"{field}__isnull": False for field in fields})


def empty(*fields: str) -> Q:
    """None of ``fields`` holds a value."""
    return Q(**{f"{field}__isnull": True for field in fields})


def set_exactly_in(constraint_name: str, column: str, states) -> models.CheckConstraint:
    """Database check: ``column`` has a value in these states and in no other."""
    inside, known = Q(state__in=list(states)), filled(column)
    return models.CheckConstraint(condition=(inside & known) | (~inside & ~known), name=constraint_name)
