"""A group leader looks at what the own group lacks, and at the rows behind it."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import cell, column, fill, number, open_page, press, problems, rows, save, state

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

GROUP, OTHER = "Rotating equipment", "Electrical"
QUIET = "2022-05"  # a month after the sample years: nothing took place
IDEA = "Colour marks on coupling guards"


def narrow(page) -> None:
    """To the own discipline, by the picker on top."""
    page.locator("button[popovertarget=disciplines]").click()
    page.locator("#disciplines a", has_text=GROUP).click()
    expect(page.locator(".home-period")).to_contain_text(GROUP)
    expect(page.locator(".matrix tbody tr")).to_have_count(1)


def test_a_number_of_the_group_opens_the_groups_rows_only(visit):
    page = visit("leader")
    open_page(page, "/?period=2021")
    expect(page.locator(".matrix-discipline")).to_have_count(4)
    narrow(page)
    said = number(cell(page, GROUP, "Sessions held").locator(".cell-value").inner_text())
    cell(page, GROUP, "Sessions held").locator(".cell-value a").click()
    expect(page.locator(".figure-banner")).to_contain_text(GROUP)
    assert said == rows(page) > 0
    assert all(GROUP in text for text in column(page, "Discipline"))

    # What other groups have he may read, and not change.
    open_page(page, "/training/sessions/?period=2021&discipline=electrical")
    assert all(OTHER in text for text in column(page, "Discipline"))
    page.locator(".list-table tbody a").first.click()
    expect(page.locator(".facts")).to_contain_text(OTHER)
    assert page.goto(page.url.partition("?")[0] + "edit/").status == 403


def test_a_gap_is_named_opens_its_rows_and_goes_once_it_is_filled(visit):
    page = visit("leader")
    open_page(page, f"/?period={QUIET}")
    narrow(page)
    gaps = page.locator(".cell-missing")
    expect(gaps).to_have_count(5)
    expect(cell(page, GROUP, "Employee training").locator(".cell-missing")).to_contain_text("No session held")
    cell(page, GROUP, "Employee training").locator(".cell-value a").click()
    expect(page.locator(".figure-banner")).to_contain_text(GROUP)
    assert number(page.locator(".figure-banner .figure").inner_text()) == 0
    expect(page.locator(".list-table tbody tr")).to_have_count(0)
    expect(page.locator("main")).to_contain_text("Plan a session")

    open_page(page, "/sharing/events/new/")
    fill(page, title_en=IDEA, kind="Exchange meeting", discipline=GROUP, planned_on=f"{QUIET}-12", partners="Hengyuan")
    save(page)
    assert not problems(page)
    press(page, "Mark as held")
    fill(page, own_heads=8, guest_heads=6)
    save(page)
    assert state(page) == "Held"
    # Home keeps its figures for a minute; the list's banner never does.
    open_page(page, f"/?period={QUIET}-12..{QUIET}-12")
    filled = cell(page, GROUP, "Joint building and sharing")
    expect(filled.locator(".cell-value")).to_have_text("1")
    expect(filled.locator(".cell-missing")).not_to_contain_text("No exchange event held")
