"""The main job: from the year on home to its records, and to the briefing that is taken along."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.steps import LAPTOP, STUDIO, fill, number, open_page, press, rows, save

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SECONDS = 60_000


def test_a_number_on_home_leads_to_exactly_its_records(visit):
    page = visit("lead", **LAPTOP)
    open_page(page, "/?period=2021")
    expect(page.locator(".matrix thead")).to_contain_text("Employee training")
    expect(page.locator(".matrix-discipline")).to_have_count(4)
    expect(page.locator(".home-honours")).to_contain_text("2020")
    expect(page.locator(".home-tasks .tasks-kind").first).to_be_visible()
    for place, name in ((".matrix-all", "Sessions held"), (".matrix-discipline >> nth=1", "Results accepted")):
        open_page(page, "/?period=2021")
        cell = page.locator(place).locator(".cell", has_text=name)
        shown = int(number(cell.locator(".cell-value").inner_text()))
        cell.locator(".cell-value a").click()
        expect(page.locator(".figure-banner")).to_contain_text(name)
        assert number(page.locator(".figure-banner .figure").inner_text()) == shown == rows(page) > 0
    discipline = page.locator(".list-table tbody .discipline")
    assert set(discipline.all_inner_texts()) == {discipline.first.inner_text()}
    page.go_back()
    expect(page.locator(".matrix")).to_be_visible()


def test_the_briefing_is_asked_for_watched_and_taken_along(visit):
    page = visit("lead", **LAPTOP)
    open_page(page, "/reports/all/")
    press(page, "Ask for a report")
    fill(page, period="2021")
    for language in ("English", "Simplified Chinese"):
        page.get_by_label(language).check()
    page.get_by_role("button", name="Generate report").click()
    expect(page.locator(".job-steps li")).not_to_have_count(0)
    expect(page.locator(".job")).to_contain_text(re.compile("elapsed|took"))
    result = page.get_by_role("link", name="Open the result")
    expect(result).to_be_visible(timeout=SECONDS)
    expect(page.locator('.job-steps li[data-place="past"]').first).to_be_visible()

    open_page(page, "/notices/")
    notice = page.locator(".notices button").first
    expect(notice).to_contain_text("Assessment briefing")
    notice.click()
    expect(page.locator(".report-contents")).to_contain_text("Employee training")
    pdfs = page.locator(".report-files a", has_text="PDF")
    expect(pdfs).to_have_count(2)
    for link in pdfs.all():
        with page.expect_download() as waiting:
            link.click()
        content = waiting.value.path().read_bytes()
        assert content.startswith(b"%PDF") and len(content) > 20_000
    report, file = page.url, pdfs.first.get_attribute("href")

    # The number in the report leads to today's rows and says whether it still holds.
    honours = page.locator('.report a[href*="figure=honours"]').first
    frozen = honours.get_attribute("href")
    page.goto(frozen)
    expect(page.locator(".figure-banner")).to_contain_text("as reported")
    before = rows(page)
    open_page(page, "/honours/new/")
    fill(page, title_en="Pioneer post (sample)", level="City", year="2021", granting_body="Trade union")
    save(page)
    page.goto(frozen)
    expect(page.locator(".figure-banner")).to_contain_text(f"reported {before}, now {before + 1}")
    assert rows(page) == before + 1

    for login in ("member", "trainer", "finance", "assessor"):
        other = visit(login)
        if login in ("member", "trainer"):
            assert open_page(other, "/reports/all/") == 403
            expect(other.get_by_role("navigation", name="Main menu").get_by_text("Reports")).to_have_count(0)
        assert open_page(other, "/reports/all/new/") == 403
        assert other.goto(report).status in (403, 404)
        assert other.request.get(file).status in (403, 404)
    assert other.request.get(f"{STUDIO}/audit/").status == 403
