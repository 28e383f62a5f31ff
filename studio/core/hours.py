"""Durations are whole minutes, and shown in hours with one decimal."""

from decimal import ROUND_HALF_UP, Decimal

MINUTES = 60
TENTH = Decimal("0.1")


def hours(minutes: Decimal | int) -> Decimal:
    """``minutes`` in hours, one decimal, halves up."""
    return (Decimal(minutes) / MINUTES).quantize(TENTH, rounding=ROUND_HALF_UP)
