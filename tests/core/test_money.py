from decimal import Decimal

import pytest

from studio.core.money import cents, percent, wan


@pytest.mark.parametrize(
    ("yuan", "shown"), [("10000", "1.00"), ("12345.67", "1.23"), ("150", "0.02"), ("-50", "-0.01")]
)
def test_ten_thousands_round_half_up(yuan, shown):
    assert wan(Decimal(yuan)) == Decimal(shown)


def test_cents_round_half_up():
    assert cents("0.005") == Decimal("0.01")


def test_percent_of_nothing_is_no_data():
    assert percent(1, 0) is None
    assert percent(1, 3) == Decimal("33.3")
