"""How numbers and days look, in both languages; used once, when a document is frozen."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from studio.core.hours import hours
from studio.core.money import wan

from .text import Both, both

NOT_APPLICABLE = "–"

# What stands in the head of a column, or behind a single figure. Money is shown in units of ten thousand yuan.
# Class hours name their own unit: in Chinese they are another word than hours of the clock.
CLOCK = pgettext_lazy("use", "hours")
UNITS = {"money": _("CNY 10,000"), "percent": _("%"), "hours": CLOCK, "minutes": CLOCK}


def number(value, kind: str) -> str:
    """``value`` as people read it: thousands separated; money in 万元 with two decimals; percent and hours with one."""
    if kind == "money":
        return f"{wan(value):,.2f}"
    if kind == "percent":
        return f"{Decimal(value).quantize(Decimal('0.1'), rounding=ROUND_HALF_UP):,.1f}"
    if kind == "minutes":
        value = hours(value)
    if isinstance(value, Decimal):
        text = f"{value:,f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return f"{value:,}"


def shown(value, kind: str = "number") -> Both:
    """A cell's value as text: a dash for what does not apply, ISO dates, yes and no as words; nothing if ``blank``."""
    if kind == "blank":
        return both("")
    if value is None or value == "" or (isinstance(value, Both) and not value):
        return both(NOT_APPLICABLE)
    if isinstance(value, bool):
        return both(_("yes") if value else _("no"))
    if isinstance(value, date):
        return both(f"{value:%Y-%m-%d}")
    if isinstance(value, int | Decimal):
        return both(number(value, kind))
    return both(value).filled()


def unit_of(kind: str, unit=None) -> Both:
    """The unit of a figure or column: the given one, or what its kind implies."""
    implied = unit is None or kind in ("money", "minutes", "percent")
    return both(UNITS.get(kind) if implied else unit)
