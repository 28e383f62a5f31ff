"""Numbers for people."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext

from studio.core.hours import hours
from studio.core.money import wan

PLACES = {"percent": 1}


def number(value: int | Decimal | None, kind: str) -> str:
    """``value`` without its unit: money in ten thousand yuan, minutes in hours, "no data" for nothing recorded."""
    if value is None:
        return gettext("no data")
    if kind == "money":
        return number_format(wan(value), 2, force_grouping=True)
    if kind == "minutes":
        value = hours(value)
    places = PLACES.get(kind)
    if places is not None:
        value = Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    elif isinstance(value, Decimal):
        value = value.normalize()  # 1.50 hours are 1.5, and 2.00 are 2
        places = max(-value.as_tuple().exponent, 0)
    return number_format(value, places, force_grouping=True)


def unit(figure) -> str:
    """The unit of ``number``: money is shown in ten thousand yuan, whatever the figure's own unit."""
    return gettext("10,000 CNY") if figure.format == "money" else str(figure.unit)


def stored_unit(kind: str, unit) -> str:
    """The unit of a stored value, as programs read it: minutes and yuan, however people are shown them."""
    implied = {"minutes": gettext("minutes"), "money": gettext("CNY")}
    return implied.get(kind) or str(unit)


def shown(value: int | Decimal | None, kind: str) -> int | Decimal | None:
    """``value`` as a number in the unit it is shown in, for charts."""
    scale = {"money": wan, "minutes": hours}.get(kind)
    return value if value is None or scale is None else scale(value)
