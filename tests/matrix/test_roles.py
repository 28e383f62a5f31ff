"""The table of rights in code is the table the studio agreed on, written here a second time from that paper.

V view, E edit, A approve, T totals; ``:own``, ``:group``, ``:assigned`` where a right is narrower; ``-`` nothing.
"""

import pytest

from studio.organisation.access import Area, areas

ROLES = ["lead", "office", "group_leader", "member", "trainer", "judge", "appraiser", "finance", "manager", "assessor"]
AGREED = {
    "home": "V | V | V | V | V | V | V | V | V | V",
    "studio": "E A | E | V | V | V | V | V | V | V | V",
    "people": "E A contacts reveal | E contacts reveal | V E:group contacts | V | V contacts | V contacts "
    "| V contacts | V contacts | V contacts | -",
    "groups": "E A | E | E:group | V | V | V | V | V | V | V",
    "training": "E A | E A | E:group A:group | V enrol | V E:assigned | V | V | V | V | V",
    "training_results": "E | E | E:group | V:own | V:assigned E:assigned | T | T | T | V | T",
    "competitions": "E A | E A | E:group | V enter | V | V:assigned | V | V | V | V",
    "competition_marks": "V:locked | V:locked | T | V:own | T | V:assigned E:assigned | T | T | V:locked | T",
    "competition_results": "E | E | E:group | V | V | V | V | V | V | V",
    "appraisals": "E A nominate | E A nominate | V:group nominate:group | V:own apply:own | V | T | V:assigned | T "
    "| V | T",
    "appraisal_scores": "V read_roll | E read_roll | T | V:own | T | - | V:assigned E:assigned read_roll:assigned "
    "| - | V read_roll | T",
    "innovations": "E A | E | E:group A:group | V E:own | V | V | V | V | V | V",
    "benefits": "V E | E | E:group | V:own E:own T | T | - | - | V confirm | V | T",
    "sharing": "E A | E | E:group | V use | V | V | V | V | V | V",
    "regulations": "E A | E | V | V read | V | V | V | V | V | V",
    "funds": "E A | E | V:group | - | - | - | - | E A | V | T",
    "facilities": "E A | E | E:group | V | V | V | V | V | V | V",
    "facility_uses": "E A | E | E:group | V E:own | V E:own | V | V | V | V | V",
    "visitors": "E A | E | E:group | V | V | V | V | V | V | V",
    "visits": "E A | E | V | - | - | - | - | - | V | V",
    "briefing_text": "E A | E | V E:group | - | - | - | - | - | V | -",
    "reports": "E A | E | E:group | - | - | - | - | V:assigned | E | V:assigned",
    "report_deliveries": "E A | E | V E:group | - | - | - | - | - | E | -",
    "audit": "V | - | - | - | - | - | - | - | V | -",
}


def scopes_of(cell: str) -> dict:
    """What a cell grants, read with the grammar of the table."""
    return Area._read("" if cell.strip() == "-" else cell)


@pytest.mark.parametrize("key", AGREED)
def test_the_area_grants_what_was_agreed(key):
    area = areas[key]
    for role, cell in zip(ROLES, AGREED[key].split("|"), strict=True):
        agreed = scopes_of(cell)
        for verb in {*area.verbs, *agreed}:
            assert area.scopes(frozenset({role}), verb) == agreed.get(verb, frozenset()), f"{key}: {role} {verb}"


def test_every_area_is_agreed_or_part_of_one():
    # Finer areas than the paper's, never wider: the key before the underscore is agreed.
    assert {key for key, _area in areas.items() if key not in AGREED} <= {
        "sharing_uses",
        "visit_actions",
        "visit_comments",
        "jobs",
        "files",
        "links",
        "notices",
    }


@pytest.mark.parametrize("area", list(areas), ids=lambda area: area.key)
def test_administrators_may_do_everything_but_what_needs_the_role_itself(area):
    for verb in area.verbs:
        granted = area.scopes(frozenset({"admin"}), verb)
        assert bool(granted) == (verb not in area.person_only), f"{area.key}.{verb}"


def test_confirming_benefit_needs_the_finance_role():
    assert "confirm" in areas["benefits"].person_only
    assert areas["benefits"].scopes(frozenset({"admin"}), "confirm") == frozenset()
    assert areas["benefits"].scopes(frozenset({"finance"}), "confirm") == frozenset({"all"})


def test_marking_needs_the_role_of_judge_and_secret_marks_are_secret_to_administrators_too():
    marks = areas["competition_marks"]
    assert marks.scopes(frozenset({"admin"}), "edit") == frozenset()
    assert marks.scopes(frozenset({"admin"}), "view") == frozenset({"locked"})
    assert marks.scopes(frozenset({"parent"}), "view") == frozenset({"locked"})


@pytest.mark.parametrize("area", list(areas), ids=lambda area: area.key)
def test_a_parent_studio_only_views(area):
    own = frozenset({"own"})
    allowed = {verb for verb in area.verbs if area.scopes(frozenset({"parent"}), verb) - own}
    assert allowed <= {"view", "totals"}
