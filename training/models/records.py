"""Limits that several training records share."""

from decimal import Decimal

LEAST_HOURS = Decimal("0.5")
MOST_HOURS = 400
