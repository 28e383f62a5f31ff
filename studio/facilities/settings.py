"""Business numbers of facilities that change on a day."""

from datetime import date
from decimal import Decimal

from studio.organisation.models import Setting

CLASS_HOUR = "facilities.class_hour_minutes"
USUAL_CLASS_HOUR = Decimal(45)


def class_hour_minutes(studio, day: date) -> Decimal:
    """How long a class hour lasts on ``day``."""
    return Setting.objects.value(CLASS_HOUR, studio, day, USUAL_CLASS_HOUR)
