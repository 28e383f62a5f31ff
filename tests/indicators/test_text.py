from decimal import Decimal

import pytest

from studio.indicators.measures import Ratio
from studio.indicators.table import _divide
from studio.indicators.text import number


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (None, "count", "no data"),
        (0, "count", "0"),
        (12345, "count", "12,345"),
        (Decimal("1.50"), "hours", "1.5"),
        (Decimal("200.00"), "hours", "200"),
        (Decimal("1234567.89"), "money", "123.46"),
        (Decimal("66.67"), "percent", "66.7"),
        (90, "minutes", "1.5"),
        (74_999, "minutes", "1,250"),
        (Decimal("-3.25"), "percent", "-3.3"),
    ],
)
def test_numbers_for_people(value, kind, text):
    assert number(value, kind) == text


def test_a_ratio_is_rounded_once():
    """7 of 13 are 53.846 %: 53.8, and not 53.9 by way of 53.85."""
    assert number(_divide(Ratio("part", "whole"), 7, 13), "percent") == "53.8"
