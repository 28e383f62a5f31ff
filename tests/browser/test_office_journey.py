"""The office enters one month of studio life, and home of that month shows it."""

import pytest
from playwright.sync_api import expect

from tests.browser.steps import (
    cell,
    column,
    fill,
    number,
    open_page,
    press,
    problems,
    save,
    state,
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

MONTH = "2022-03"  # after the sample years and before today: nobody else enters anything here
GROUP, OTHER = "Rotating equipment", "Electrical"
COURSE, ROOM = "Gas seals of compressors", "Seminar room"
CAME = "10003\n10004\n10005"
YEAR = 2022


def entered(page, path: str, **values) -> None:
    """A new record through its form."""
    open_page(page, path)
    fill(page, **values)
    save(page)
    assert not problems(page)


def told(page, move: str, **values) -> None:
    """A move and what it asks for."""
    press(page, move)
    fill(page, **values)
    save(page)
    assert not problems(page)


def test_a_month_of_studio_life(visit):
    page = visit("office")
    a_session_with_its_room(page)
    a_result_from_elsewhere(page)
    an_exchange_a_meeting_and_visitors(page)
    a_spend(page, visit("finance"))
    home_shows_it(page)


def a_session_with_its_room(page) -> None:
    """Planned, enrolled, held, marked, closed; the use of the room is recorded by that and never typed."""
    entered(page, "/training/courses/new/", title_en=COURSE, discipline=GROUP, hours=4)
    press(page, "Plan a session")
    fill(page, trainer="He Zhiyuan", planned_on=f"{MONTH}-15", start_time="09:00", room=ROOM)
    fill(page, class_hours=4, capacity=10)
    save(page)
    assert not problems(page)
    press(page, "Open for enrolment")
    session = page.url
    told(page, "Enrol people", people=CAME)
    page.goto(session)
    told(page, "Mark as held")
    press(page, "Attendance sheet")
    expect(page.locator("select[name$=status]")).to_have_count(CAME.count("\n") + 1)
    for status in page.locator("select[name$=status]").all():
        status.select_option("present")
    for score in page.locator("input[name$=score]").all():
        score.fill("86")
    save(page)
    page.goto(session)
    press(page, "Close")
    expect(page.locator(".page-head .state")).to_have_text("Closed")

    open_page(page, f"/facilities/uses/?period={MONTH}")
    assert [ROOM in text for text in column(page, "Room")] == [True]
    page.locator(".list-table tbody a").first.click()
    expect(page.locator(".source")).to_contain_text(COURSE)


def a_result_from_elsewhere(page) -> None:
    """A competition attended: its event, who went, and what the organiser told."""
    entered(
        page, "/competitions/competitions/new/", title_en="Seal fitters' cup", kind="Attended elsewhere",
        level="Provincial", organiser="Sample federation", from_date=f"{MONTH}-17", to_date=f"{MONTH}-18",
    )  # fmt: skip
    competition = page.url
    press(page, "Add an event")
    fill(page, title_en="Dry gas seals", discipline=GROUP, planned_on=f"{MONTH}-18")
    save(page)
    assert not problems(page)
    press(page, "Open for entry")
    event = page.url
    told(page, "Enter people", people="10003")
    page.goto(event)
    told(page, "Mark as held")
    press(page, "Result sheet")
    page.locator("select[name$=award]").select_option(index=1)
    page.locator("input[name$=rank]").fill("1")
    save(page)
    assert not problems(page)
    page.goto(competition)
    told(page, "Mark as held")


def an_exchange_a_meeting_and_visitors(page) -> None:
    """Each planned, held, and told what came of it."""
    entered(page, "/sharing/events/new/", title_en="Seals at the pump works", kind="Visit to others",
            discipline=GROUP, partners="Hengyuan", planned_on=f"{MONTH}-22")  # fmt: skip
    told(page, "Mark as held", own_heads=6, guest_heads=9)
    assert state(page) == "Held"
    entered(page, "/regulations/meetings/new/", title_en="March meeting", kind="Monthly", planned_on=f"{MONTH}-28")
    press(page, "Record as held")
    page.locator("[name=who][value=everybody]").check()
    fill(page, decisions="A second set of seals is bought.")
    save(page)
    assert not problems(page)
    assert state(page) == "Held"
    entered(page, "/facilities/visitors/new/", kind="Group visit", day=f"{MONTH}-29", heads=17,
            unit_en="Sample pump works")  # fmt: skip


def a_spend(page, finance) -> None:
    """Out of a fund that finance opened; finance looks at what the office spent."""
    entered(page, "/regulations/funds/new/", title_en="Seals fund 2022", source="Company", year=YEAR, budget=50000)
    fund = page.url
    finance.goto(fund)
    told(finance, "Open the fund")
    entered(page, "/regulations/spends/new/", fund="Seals fund 2022", voucher="jz-2022-0301",
            spent_on=f"{MONTH}-30", amount="1234.50", category="Materials", purpose="Seal faces")  # fmt: skip
    spend = page.url
    assert page.goto(f"{spend}move/approve/").status == 403, "not by who recorded it"
    finance.goto(spend)
    press(finance, "Approve")
    expect(finance.locator(".page-head .state")).to_have_text("Approved")


def home_shows_it(page) -> None:
    """Every record of the month is in the month's figures."""
    open_page(page, f"/?period={MONTH}")
    for function, lacked in (
        ("Employee training", "No session held"),
        ("Skills competition", "No competition attended or organised"),
        ("Joint building and sharing", "No exchange event held"),
    ):
        entered_here, elsewhere = cell(page, GROUP, function), cell(page, OTHER, function)
        expect(entered_here.locator(".cell-value")).to_have_text("1")
        expect(entered_here).not_to_contain_text(lacked)
        expect(elsewhere.locator(".cell-value")).to_have_text("0")
        expect(elsewhere).to_contain_text(lacked)
    expect(headline(page, "Person-times")).to_have_text("3")
    expect(aspect(page, "Site utilisation")).to_contain_text("Used hours within open hours 3")
    # One of the six that the rules expect: the members', the quarter's, and one of each group.
    expect(aspect(page, "Procedures and regulations")).to_contain_text("Meeting rate 16.7")
    # What has no place of its own on home stands in the banner of its list.
    assert of_month(page, "/facilities/visitors/", "facilities.group_visitors") == 17
    assert of_month(page, "/regulations/meetings/", "regulations.meetings_held") == 1
    assert of_month(page, "/regulations/spends/", "funds.spend") == 0.12


def headline(page, label: str):
    """The value of a headline figure on home."""
    return page.locator(".home-headline", has_text=label).locator(".home-headline-value")


def aspect(page, name: str):
    """The card of an assessed aspect on home."""
    return page.locator(".home-aspect", has_text=name)


def of_month(page, list_path: str, key: str) -> float:
    """The month's number of a figure, from the banner of its list."""
    open_page(page, f"{list_path}?figure={key}&from={MONTH}-01&to={MONTH}-31")
    return number(page.locator(".figure-banner .figure").inner_text())
