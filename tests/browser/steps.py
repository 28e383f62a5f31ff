"""What journeys do again and again: fill in a form, press a button, read a figure."""

import re

STUDIO = "/s/zhang-zhaohong"
# Widest and tallest of a common phone, and a laptop.
PHONE = {"width": 360, "height": 740}
LAPTOP = {"width": 1366, "height": 768}


def open_page(page, path: str) -> int:
    """Go to a page of the studio; returns its status."""
    return page.goto(STUDIO + path).status


def fill(page, **values) -> None:
    """Fill the form's fields by name; choices by a part of their label or their value."""
    for name, value in values.items():
        field = page.locator(f"main form [name={name}]").first
        if field.evaluate("field => field.tagName") == "SELECT":
            option = field.locator("option", has_text=value).first
            field.select_option(option.get_attribute("value"))
        else:
            field.fill(str(value))


def press(page, name: str) -> None:
    """Press the button or link that says ``name`` in the page's content."""
    page.locator("main").get_by_text(name, exact=True).first.click()
    page.wait_for_load_state()


def save(page) -> None:
    """Send the page's form and wait for the answer."""
    with page.expect_navigation():
        page.locator("main .form-foot [type=submit]").click()


def problems(page) -> str:
    """What the form complains about; empty when it does not."""
    summary = page.locator("#error-summary")
    return summary.inner_text() if summary.count() else ""


def state(page) -> str:
    """The state in the record's title line."""
    return page.locator(".page-head .state").inner_text()


def number(text: str) -> float:
    """1,428 of "1,428 person-times"."""
    return float(re.search(r"[\d,.]*\d", text).group().replace(",", ""))


def figure(page, list_path: str, key: str, year: int) -> float:
    """Today's number of a figure, from the banner of its list: never out of the cache."""
    open_page(page, f"{list_path}?figure={key}&from={year}-01-01&to={year}-12-31")
    return number(page.locator(".figure-banner .figure").inner_text())


def scrolls_sideways(page) -> bool:
    """Whether the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def rows(page) -> int:
    """How many records the list says it has."""
    return int(number(page.locator(".pager .count").inner_text()))


def column(page, name: str) -> list[str]:
    """What the list's column of this name shows, line by line; the list is on one page."""
    heads = page.locator(".list-table thead th").all_inner_texts()
    place = next(index for index, head in enumerate(heads) if head.strip().startswith(name))
    cells = page.locator(f".list-table tbody tr > :nth-child({place + 1})")
    assert cells.count() == rows(page), "the whole list is on this page"
    return cells.all_inner_texts()


def cell(page, row: str, name: str):
    """The cell of home's matrix whose figure or function is ``name``, in the row that says ``row``."""
    return page.locator(".matrix tbody tr", has_text=row).locator(".cell", has_text=name)
