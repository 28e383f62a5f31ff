"""Numbers of a chart: what is drawn, and the round steps of its axis."""

from decimal import Decimal
from math import ceil, floor, log10

from studio.core.hours import hours
from studio.reports import formats


def amount(cell: dict, kind: str = "number") -> float:
    """The value of a cell as a length; nothing recorded draws nothing. Minutes are drawn in hours."""
    value = Decimal(str(cell.get("value") or 0))
    return float(hours(value) if kind == "minutes" else value)


def steps(lowest: float, highest: float, count: int = 4) -> list[float]:
    """About ``count`` round steps from zero (or below) to at least ``highest``."""
    highest, lowest = max(highest, 0.0), min(lowest, 0.0)
    if highest == lowest:
        return [0.0, 1.0]
    rough = (highest - lowest) / count
    power = 10.0 ** floor(log10(rough))
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * 0.999)
    if rough < 1 and step < 1 and highest == int(highest):
        step = 1.0
    first, last = floor(lowest / step), ceil(highest / step - 1e-9)
    return [step * place for place in range(first, last + 1)]


def tick(value: float, kind: str) -> str:
    """A step of the axis as text; money in 万元 as everywhere."""
    number = Decimal(repr(round(value, 6)))
    if kind == "money":
        number /= 10_000
    if number == number.to_integral_value():
        return formats.number(int(number), "number")
    return formats.number(number.normalize(), "number")
