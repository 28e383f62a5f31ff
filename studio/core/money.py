"""Money is Decimal, in yuan (CNY) to the cent; half a cent rounds up."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
TEN_THOUSAND = Decimal(10_000)


def cents(amount: Decimal | int | str) -> Decimal:
    """``amount`` rounded to the cent, halves up."""
    return Decimal(amount).quantize(CENT, rounding=ROUND_HALF_UP)


def wan(amount: Decimal | int) -> Decimal:
    """Yuan in units of ten thousand (万元), two decimals, halves up."""
    return (Decimal(amount) / TEN_THOUSAND).quantize(CENT, rounding=ROUND_HALF_UP)


def percent(part: Decimal | int, whole: Decimal | int) -> Decimal | None:
    """``part`` of ``whole`` in percent with one decimal, halves up; ``None`` when there is no whole."""
    if not whole:
        return None
    return (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
