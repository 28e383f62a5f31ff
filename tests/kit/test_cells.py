from decimal import Decimal

import pytest

from studio.kit import cells


@pytest.mark.parametrize(
    ("value", "shown"),
    [(None, "—"), (0, "0"), (1234567, "1,234,567"), (Decimal("12.50"), "12.5"), (Decimal("8.00"), "8")],
)
def test_numbers(value, shown):
    assert cells.number(value) == shown


@pytest.mark.parametrize(("value", "shown"), [(None, "—"), (0, "0.00"), (Decimal("123456.789"), "12.35")])
def test_money_is_shown_in_ten_thousand_yuan(value, shown):
    assert cells.money(value) == shown


@pytest.mark.parametrize(
    ("value", "shown", "filed"),
    [(None, "—", None), (0, "0.0", "0"), (100, "1.7", "1.6667"), (75_000, "1,250.0", "1250")],
)
def test_minutes_are_shown_in_hours_and_finer_in_files(value, shown, filed):
    html, in_file = cells.make("minutes", [0], None)
    assert html([value]) == shown
    assert in_file([value]) == (filed and Decimal(filed))


def test_badges_escape_their_words():
    assert str(cells.badge("good", "<i>")) == '<span class="state" data-tone="good">&lt;i&gt;</span>'
    assert "d-cross" in cells.discipline_badge(None, "", "")
