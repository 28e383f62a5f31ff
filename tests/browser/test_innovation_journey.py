"""An idea from a phone to the benefit that finance confirms."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.browser.steps import PHONE, fill, open_page, press, problems, save, scrolls_sideways, state

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

IDEA = "Magnetic base for dial gauges"


def test_from_the_idea_to_the_confirmed_benefit(visit):
    today = timezone.localdate().isoformat()
    member = visit("member", **PHONE)
    open_page(member, "/innovations/proposals/")
    assert not scrolls_sideways(member)
    press(member, "Write a proposal")
    fill(member, title_en=IDEA, kind="Rationalisation", discipline="Rotating", problem="Gauges slip on round housings.")
    save(member)
    assert "Idea" in problems(member), "what is missing is named"
    expect(member.locator("[name=title_en]")).to_have_value(IDEA)
    assert not scrolls_sideways(member)
    fill(member, idea="A base with two magnets at a right angle.")
    save(member)
    press(member, "Submit")
    save(member)
    proposal, name = member.url, member.locator("#person strong").text_content()

    leader = visit("leader")
    leader.goto(proposal)
    press(leader, "Adopt")
    assert state(leader) == "Adopted"
    open_page(member, "/notices/")
    expect(member.locator(".notices li").first).to_contain_text(IDEA)

    press(leader, "Plan a project")
    fill(leader, title_en=IDEA, kind="Rationalisation", discipline="Rotating", leader=name, aim="Six bases in use.")
    save(leader)
    assert not problems(leader)
    press(leader, "Approve")
    press(leader, "Start")
    save(leader)
    assert state(leader) == "Running"
    project = leader.url

    member.goto(project)
    press(member, "Record a result")
    fill(member, title_en=f"{IDEA}: drawing", description="Drawing and six pieces.")
    save(member)
    assert not problems(member)
    press(member, "Submit for acceptance")
    save(member)
    result = member.url
    leader.goto(result)
    press(leader, "Accept")
    save(leader)
    assert state(leader) == "Accepted"

    member.goto(result)
    press(member, "Record a use")
    fill(member, unit_en="Compressor hall", since=today, form="Own use")
    save(member)
    assert not problems(member)
    member.goto(f"{result}?tab=claims")
    press(member, "Claim a benefit")
    fill(member, project=IDEA, method="Labour", calculation="80 hours a month.")
    fill(member, effect_from="2021-02-01", effect_to="2021-12-31", gross="120000.50", cost="20000.50")
    save(member)
    assert not problems(member)
    expect(member.locator(".facts")).to_contain_text("10.00")
    press(member, "Submit to finance")
    claim = member.url
    expect(member.locator("main")).not_to_contain_text("Confirm benefit")
    assert member.goto(f"{claim}move/confirm/").status == 403
    assert not scrolls_sideways(member)

    finance = visit("finance")
    finance.goto(claim)
    press(finance, "Confirm benefit")
    fill(finance, confirmed="999999", reason="Too much")
    save(finance)
    assert "net benefit" in problems(finance)
    expect(finance.locator("[name=reason]")).to_have_value("Too much")
    fill(finance, confirmed="80000", reason="Two of the ten months had no work.")
    save(finance)
    expect(finance.locator(".facts")).to_contain_text("8.00")
    expect(finance.locator("main")).to_contain_text("Two of the ten months had no work.")
    open_page(finance, "/innovations/claims/")
    expect(finance.locator(".list-table thead")).to_contain_text("10,000 CNY")
    expect(finance.locator(".list-table tbody tr", has_text=IDEA)).to_contain_text("8.00")

    open_page(member, "/notices/")
    expect(member.locator(".notices li").first).to_contain_text("8.00")
    chinese = visit("member", language="zh-CN", **PHONE)
    chinese.goto(claim)
    expect(chinese.locator(".facts")).to_contain_text("万元")
    assert not scrolls_sideways(chinese)
