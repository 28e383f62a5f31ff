"""A manager follows three figures from home to the records behind them."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import column, number, open_page, rows

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

ROUNDING = 0.005  # of each amount, in the unit that the list shows


def follow(page, label: str) -> float:
    """From the headline figure of 2020 on home to its list; returns what home said.

    Other journeys write into 2021, and home may show a figure as it was a minute ago.
    """
    open_page(page, "/?period=2020")
    headline = page.locator(".home-headline", has=page.get_by_text(label, exact=False)).first
    said = number(headline.locator(".home-headline-value").inner_text())
    headline.locator(".home-headline-value a").click()
    expect(page.locator(".figure-banner strong")).to_have_text(label)
    assert number(page.locator(".figure-banner .figure").inner_text()) == said > 0
    return said


def test_three_figures_are_what_their_records_say(visit):
    page = visit("manager")
    assert follow(page, "Awards") == rows(page) == len(column(page, "Award"))
    award = page.locator(".list-table tbody a").first
    award.click()
    expect(page.locator(".facts")).to_contain_text("2020")

    events = follow(page, "Exchange events")
    assert events == rows(page)
    assert set(column(page, "State")) == {"Held"}
    page.locator(".list-table tbody a").first.click()
    expect(page.locator(".facts")).to_contain_text("2020")

    said = follow(page, "Benefit confirmed")
    amounts = [number(text) for text in column(page, "Confirmed")]
    assert sum(amounts) == pytest.approx(said, abs=ROUNDING * (len(amounts) + 1))
    page.locator(".list-table tbody a").first.click()
    expect(page.locator(".facts")).to_contain_text("2020")
