"""One page of each kind: axe finds nothing, nothing scrolls sideways, all of it works by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from studio.home.world import PASSWORD
from tests.browser.steps import fill, open_page, save, scrolls_sideways

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGES = {
    "home": "/?period=2021",
    "list": "/training/sessions/?period=2021",
    "list of a figure": "/training/sessions/?figure=training.sessions_held&from=2021-01-01&to=2021-12-31&reported=60",
    "filtered empty list": "/training/sessions/?period=1999&state=planned",
    "list with messages": "/training/sessions/?sort=nonsense&period=2021-13",
    "record": "/training/sessions/5/",
    "record with money and verdicts": "/innovations/claims/1/",
    "visit": "/assessments/visits/1/",
    "person": "/people/5/",
    "own record": "/me/?of=studio",
    "search": "/search/?q=%E6%B3%B5",
    "nothing found": "/search/?q=%E5%8F%8D%E5%BA%94%E9%87%9C",
    "searched list": "/training/sessions/?q=%E6%B3%B5",
    "linked record": "/innovations/projects/1/",
    "choose a link": "/links/innovations.project/1/?q=%E6%B3%B5",
    "form": "/training/sessions/new/",
    "move": "/training/sessions/5/move/reopen/",
    "report asked for": "/reports/all/new/",
    "texts of the lead": "/reports/texts/",
    "text": "/reports/texts/2021/training/",
    "audit log": "/audit/",
    "notices": "/notices/",
    "tasks": "/tasks/",
    "not found": "/training/sessions/999999/",
}
# Every page on a laptop and on a phone, once in light and once in dark; languages alternate. Home in all of them.
LOOKS = [("en", "light", 1366), ("zh-CN", "dark", 360), ("zh-CN", "dark", 1366), ("en", "light", 360)]
UNNAMED = """() => [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea')].filter(one =>
  one.checkVisibility() && !(one.innerText || one.ariaLabel || one.labels?.length || one.getAttribute('aria-labelledby')
  || one.title)).map(one => one.outerHTML.slice(0, 120))"""


def faults(page) -> list[str]:
    """What is wrong with the page as it stands, in a line each."""
    found = [f"{one['id']}: {one['nodes'][0]['target']}" for one in Axe().run(page).response["violations"]]
    found += [f"no name: {one}" for one in page.evaluate(UNNAMED)]
    if page.viewport_size["width"] == 360 and scrolls_sideways(page):
        found.append("scrolls sideways")
    return found


def settle(page) -> None:
    """Wait for the parts that are loaded late."""
    page.wait_for_function("() => !document.querySelector('.htmx-request')")


@pytest.mark.parametrize(("language", "theme", "width"), LOOKS)
def test_a_page_of_each_kind_is_accessible(visit, language, theme, width):
    page = visit("lead", language=language, theme=theme, width=width, height=800)
    wrong, half = {}, LOOKS.index((language, theme, width)) // 2
    for number, (kind, path) in enumerate(PAGES.items()):
        if number % 2 != half and kind != "home":
            continue
        status = open_page(page, path)
        assert status == (404 if kind == "not found" else 200), kind
        settle(page)
        if found := faults(page):
            wrong[kind] = found
    assert not wrong


@pytest.mark.parametrize(("language", "theme", "width"), [LOOKS[0], LOOKS[1]])
def test_signing_in_mistakes_and_refusals_are_accessible(visit, language, theme, width):
    guest = visit(None, language=language, theme=theme, width=width)
    guest.goto("/accounts/login/")
    assert not faults(guest)
    guest.fill("input[name=login]", "nobody")
    guest.fill("input[name=password]", PASSWORD + "x")
    guest.locator("form:has(input[name=password]) [type=submit]").click()
    expect(guest.locator(".alert, .invalid-feedback, .errorlist").first).to_be_visible()
    assert not faults(guest)

    member = visit("member", language=language, theme=theme, width=width)
    assert open_page(member, "/training/sessions/new/") == 403
    assert not faults(member)

    office = visit("office", language=language, theme=theme, width=width)
    open_page(office, "/training/sessions/new/")
    fill(office, planned_on="2021-03-01", class_hours="9999")
    save(office)
    expect(office.locator("#error-summary")).to_be_focused()
    assert not faults(office)


def test_a_job_and_its_report_are_accessible(visit):
    page = visit("lead", language="zh-CN", theme="dark", width=360)
    open_page(page, "/reports/all/new/")
    fill(page, period="2020")
    page.locator("#ask .btn-primary").click()
    expect(page.locator(".job")).to_be_visible()
    assert not faults(page)
    result = page.locator(".job a.btn-primary")
    expect(result).to_be_visible(timeout=60_000)
    assert not faults(page)
    result.click()
    expect(page.locator(".report-contents")).to_be_visible()
    settle(page)
    assert not faults(page)
    laptop = visit("lead", width=1366, theme="light")
    laptop.goto(page.url)
    settle(laptop)
    assert not faults(laptop)
    for path in ("/reports/all/", "/jobs/all/", "/notices/"):
        open_page(laptop, path)
        assert not faults(laptop)


def focused(page) -> str:
    """What has the focus, by its name; empty on the page itself."""
    return page.evaluate("""() => { const one = document.activeElement;
      return one === document.body ? '' : (one.ariaLabel || one.innerText || one.name || one.id).trim() }""")


def shows_focus(page) -> bool:
    """Whether a person sees where the focus is."""
    return page.evaluate("""() => { const look = getComputedStyle(document.activeElement);
      return parseFloat(look.outlineWidth) > 0 && look.outlineStyle !== 'none' || look.boxShadow !== 'none' }""")


def walk(page, last: str, most=40) -> list[str]:
    """Press Tab until ``last`` is reached; every stop must be seen. Returns the names of the stops."""
    stops = []
    for _step in range(most):
        page.keyboard.press("Tab")
        assert shows_focus(page), f"no visible focus on {focused(page)!r}"
        stops.append(focused(page))
        if stops[-1] == last:
            return stops
    pytest.fail(f"{last} is not reached: {stops}")


def test_a_list_works_by_keyboard(visit):
    page = visit("office")
    open_page(page, "/training/sessions/?period=2021")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    page.keyboard.press("Enter")
    stops = walk(page, "Planned day")
    assert set(stops) >= {"Filter", "Columns", "Export", "Plan a session"}, stops
    page.get_by_role("link", name="Planned day").focus()
    page.keyboard.press("Enter")
    expect(page.locator("th[aria-sort=ascending] a")).to_be_focused()
    page.get_by_role("button", name="Filter").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#filter-panel select").first).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#filter-panel') !== null")
    page.keyboard.press("Escape")
    expect(page.locator("#filter-panel")).to_be_hidden()
    expect(page.get_by_role("button", name="Filter")).to_be_focused()


def test_a_form_works_by_keyboard(visit):
    page = visit("office")
    open_page(page, "/bases/new/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert "Save" in walk(page, "Cancel")
    page.locator("[name=name_en]").focus()
    page.keyboard.type("x" * 10)
    page.locator("[name=order]").fill("")
    page.locator("[name=order]").press("Enter")
    expect(page.locator("#error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name || location.hash") in ("order", "#id_order")
    expect(page.locator("[name=name_en]")).to_have_value("x" * 10)


def test_a_meeting_room_screen_holds_home_at_once(visit):
    page = visit("lead", language="zh-CN", width=1920, height=1080)
    open_page(page, "/?period=2021")
    expect(page.locator(".home-aspects svg").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollHeight") <= 1080
    expect(page.locator(".home-aspects .chart").last).to_be_in_viewport()


def test_a_filter_left_open_says_all(visit):
    page = visit("office")
    open_page(page, "/training/sessions/")
    page.get_by_role("button", name="Filter").click()
    for choice in page.locator("#filter-panel select").all():
        expect(choice.locator("option").first).to_have_text("All")
