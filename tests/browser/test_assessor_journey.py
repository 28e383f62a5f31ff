"""An external assessor looks around, and finds every closed door closed."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.steps import STUDIO, fill, number, open_page, press

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SEEN = [
    "/training/sessions/",
    "/training/courses/",
    "/training/plan-lines/",
    "/competitions/competitions/",
    "/competitions/results/",
    "/innovations/projects/",
    "/innovations/results/",
    "/sharing/events/",
    "/sharing/agreements/",
    "/facilities/rooms/",
    "/facilities/uses/",
    "/facilities/visitors/",
    "/regulations/regulations/",
    "/regulations/meetings/",
    "/disciplines/groups/",
    "/assessments/visits/",
    "/reports/all/",
]
CLOSED = [
    "/people/",
    "/people/1/",
    "/people/1/file/",
    "/people/1/reveal/",
    "/people/export/",
    "/roles/",
    "/training/attendance/",
    "/competitions/marks/",
    "/appraisals/candidates/",
    "/appraisals/scores/",
    "/innovations/claims/",
    "/regulations/funds/",
    "/regulations/spends/",
    "/reports/texts/",
    "/audit/",
    "/training/sessions/new/",
    "/training/sessions/1/edit/",
    "/training/sessions/1/sheet/",
    "/competitions/competitions/new/",
    "/innovations/proposals/new/",
    "/sharing/events/new/",
    "/facilities/rooms/new/",
    "/facilities/uses/new/",
    "/facilities/visitors/new/",
    "/regulations/meetings/new/",
    "/reports/all/new/",
]


def test_what_is_open_can_be_read_and_nothing_can_be_made(visit):
    page = visit("assessor")
    open_page(page, "/?period=2021")
    expect(page.locator(".matrix-discipline")).to_have_count(4)
    # Totals of closed areas are bare numbers, of open ones ways to their rows.
    benefit = page.locator(".home-headline", has_text="Benefit confirmed")
    assert number(benefit.locator(".home-headline-value").inner_text()) > 0
    expect(benefit.locator("a")).to_have_count(0)
    expect(page.locator(".home-headline", has_text="Awards").locator("a")).to_have_count(1)
    menu = page.locator("nav a")
    assert not [href for href in (one.get_attribute("href") for one in menu.all()) if "/people/" in href]
    wrong = {}
    for path in SEEN:
        status = open_page(page, path)
        made = page.locator('main a[href$="/new/"], main a[href*="/new/?"], main a[href$="/edit/"]').count()
        if status != 200 or made:
            wrong[path] = (status, made)
    assert not wrong


def test_closed_doors_are_closed(visit):
    page = visit("assessor")
    open_ones = {path: status for path in CLOSED if (status := open_page(page, path)) not in (403, 404)}
    assert not open_ones
    assert page.goto("/s/kestrel/").status == 404
    assert page.goto("/s/kestrel/training/sessions/").status == 404
    page.goto("/admin/")
    expect(page.locator("#content-main")).to_have_count(0)
    # A session names its trainer, and leads nowhere from there.
    open_page(page, "/training/sessions/?period=2021")
    page.locator(".list-table tbody a").first.click()
    expect(page.locator(".facts")).to_be_visible()
    expect(page.locator(f'main a[href^="{STUDIO}/people/"]')).to_have_count(0)
    expect(page.locator("main")).not_to_contain_text("1380000")


def test_a_report_shows_once_it_is_released(visit):
    lead, assessor = visit("lead"), visit("assessor")
    open_page(lead, "/reports/all/new/")
    fill(lead, period="2020")
    lead.locator("#ask .btn-primary").click()
    result = lead.locator(".job a.btn-primary")
    expect(result).to_be_visible(timeout=120_000)
    result.click()
    expect(lead.locator(".report-contents")).to_be_visible()
    report = lead.url
    if lead.get_by_role("button", name="Withdraw from the assessors").count():
        press(lead, "Withdraw from the assessors")
    assert assessor.goto(report).status in (403, 404), "not before it is released"
    press(lead, "Release to the assessors")
    expect(lead.get_by_role("button", name="Withdraw from the assessors")).to_be_visible()
    assert assessor.goto(report).status == 200
    expect(assessor.locator(".report-contents")).to_contain_text("Employee training")
    expect(assessor.locator("main form")).to_have_count(0)
    open_page(assessor, "/reports/all/")
    expect(assessor.locator(f'.list-table a[href="{urlsplit(report).path}"]').first).to_be_visible()
    press(lead, "Withdraw from the assessors")
    expect(lead.get_by_role("button", name="Release to the assessors")).to_be_visible()
    assert assessor.goto(report).status in (403, 404)
