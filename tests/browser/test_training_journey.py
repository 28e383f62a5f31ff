"""A course from the yearly plan to the recorded result, by the people who do each step."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.steps import PHONE, figure, fill, open_page, press, problems, save, scrolls_sideways, state

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

COURSE = "Thrust bearing clearance"
SESSIONS, ATTENDANCE = "/training/sessions/", "/training/attendance/"


def test_from_the_plan_to_the_recorded_result(visit):
    today = timezone.localdate()
    office = visit("office")
    held_before = figure(office, SESSIONS, "training.sessions_held", today.year)
    came_before = figure(office, ATTENDANCE, "training.person_times", today.year)

    open_page(office, "/training/plan-lines/")
    press(office, "Add a plan line")
    fill(office, year=today.year, discipline="Rotating", title_en="Bearings", planned_sessions=1)
    fill(office, planned_hours=4, planned_heads=10)
    save(office)
    assert not problems(office)
    press(office, "Approve")
    save(office)
    assert state(office) == "Approved"

    press(office, "Add a course")
    fill(office, title_en=COURSE, discipline="Rotating", plan_line="Bearings", hours=4)
    save(office)
    assert not problems(office)
    press(office, "Plan a session")
    fill(office, trainer="He Zhiyuan", planned_on=today.isoformat(), place="Workshop 2", class_hours=4, capacity=10)
    save(office)
    assert not problems(office)
    press(office, "Open for enrolment")
    assert state(office) == "Open for enrolment"
    session = office.url

    member = visit("member", language="zh-CN", **PHONE)
    member.goto(session)
    assert not scrolls_sideways(member)
    press(member, "报名")
    expect(member.locator("main")).to_contain_text("已报名")
    assert member.goto(session + "sheet/").status == 403
    assert not scrolls_sideways(member)

    office.goto(session)
    press(office, "Mark as held")
    save(office)
    assert state(office) == "Held"
    expect(office.locator(".refusals")).to_contain_text("Record first who came")

    trainer = visit("trainer")
    trainer.goto(session)
    press(trainer, "Attendance sheet")
    trainer.locator("select[name$=status]").select_option("present")
    trainer.locator("input[name$=score]").fill("188")
    save(trainer)
    assert "100" in trainer.locator(".list-table").inner_text(), "a score beyond 100 is named beside its line"
    trainer.locator("input[name$=score]").fill("88")
    save(trainer)
    expect(trainer.locator("main")).to_contain_text("Present")

    office.goto(session)
    press(office, "Close")
    assert state(office) == "Closed"
    assert figure(office, SESSIONS, "training.sessions_held", today.year) == held_before + 1
    assert figure(office, ATTENDANCE, "training.person_times", today.year) == came_before + 1
    expect(office.locator(".list-table")).to_contain_text(COURSE)

    open_page(member, ATTENDANCE)
    expect(member.locator(".list-table tbody tr", has_text=COURSE)).to_contain_text(re.compile("到场|出勤|参加"))
    assert not scrolls_sideways(member)
