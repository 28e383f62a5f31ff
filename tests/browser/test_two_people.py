"""Two people at one record, an impatient finger, and the way back."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import fill, number, open_page, press, problems, save

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_the_second_of_two_people_is_told_and_loses_nothing(visit):
    office, lead = visit("office"), visit("lead")
    open_page(office, "/bases/new/")
    fill(office, name_en="Welding base", purpose="Practice")
    save(office)
    address = office.url
    for page in (office, lead):
        page.goto(f"{address}edit/")
    fill(office, purpose="Practice and tests")
    save(office)
    fill(lead, purpose="Practice and exams")
    save(lead)
    assert "Somebody else changed this record meanwhile" in problems(lead)
    for text in ("Practice and tests", "Practice and exams"):
        expect(lead.locator("#error-summary table")).to_contain_text(text)
    expect(lead.locator("[name=purpose]")).to_have_value("Practice and exams")
    expect(lead.locator("#error-summary")).to_be_focused()
    save(lead)
    expect(lead.locator(".facts")).to_contain_text("Practice and exams")
    expect(lead.locator("#history .events li")).to_have_count(3)


def test_a_double_click_makes_one_record_and_back_leads_back(visit):
    page = visit("office")
    open_page(page, "/bases/")
    before = number(page.locator(".pager .count").inner_text())
    press(page, "Add a base")
    fill(page, name_en="Balancing base")
    with page.expect_navigation():
        page.locator("main .form-foot [type=submit]").dblclick()
    expect(page.locator("h1")).to_have_text("Balancing base")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Add a base")
    expect(page.locator("[name=name_en]")).to_have_value("Balancing base")
    open_page(page, "/bases/")
    assert number(page.locator(".pager .count").inner_text()) == before + 1


def test_back_keeps_the_list_as_it_was(visit):
    page = visit("office")
    open_page(page, "/training/sessions/?period=2021&discipline=static")
    page.get_by_role("link", name="Planned day").click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Planned day")
    first = page.locator(".list-table tbody tr td.link").first.inner_text()
    page.locator(".list-table tbody tr td.link a").first.click()
    expect(page.locator(".facts")).to_be_visible()
    page.go_back()
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Planned day")
    expect(page.locator(".list-table tbody tr td.link").first).to_have_text(first)


def test_two_moves_at_once_end_in_one(visit):
    office, lead = visit("office"), visit("lead")
    open_page(office, "/training/plan-lines/new/")
    fill(office, year=2022, discipline="Static", title_en="Welding", planned_sessions=1)
    fill(office, planned_hours=4, planned_heads=10)
    save(office)
    lead.goto(office.url)
    for page in (office, lead):
        press(page, "Approve")
    save(office)
    save(lead)
    assert "Somebody was faster" in problems(lead)
