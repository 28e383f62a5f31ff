"""Searching and linking by keyboard."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import open_page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_the_slash_goes_to_the_field_and_arrows_through_what_it_finds(visit):
    page = visit("member", language="zh-CN")
    open_page(page, "/")
    page.keyboard.press("/")
    field = page.locator("#find")
    expect(field).to_be_focused()
    field.press_sequentially("lxb")
    first = page.locator("#suggestions a").first
    expect(first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("离心泵")


def test_a_record_is_linked_from_its_page(visit):
    page = visit("office")
    open_page(page, "/innovations/projects/1/")
    page.get_by_text("Link a record").click()
    page.get_by_label("Record to link").press_sequentially("HART")
    choice = page.locator("#link-choices button").first
    expect(choice).to_be_visible()
    choice.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".link-list")).to_contain_text("HART")
