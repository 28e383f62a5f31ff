"""My tasks: what waits for each role, and never one's own."""

import pytest
from django.utils import translation

from studio.notices.models import Notice
from studio.notices.registry import kinds
from studio.notices.tasks import tasks_of
from tests.factories import make_person
from tests.innovations.factories import add_member, make_claim, make_project, make_proposal, make_result


def tasks(person, studio):
    found = tasks_of(type(person).objects.get(pk=person.pk), studio)
    return {task.key: task.count for task in found if task.key.startswith("innovations.")}


@pytest.fixture
def waiting(studio, group, other_group):
    """In each of two disciplines: a proposal, a project and a result to decide, and a claim to confirm."""
    for one in (group, other_group):
        make_proposal(studio, state="submitted", discipline=one.discipline)
        make_project(studio, state="draft", discipline=one.discipline)
        project = make_project(studio, discipline=one.discipline)
        make_result(project, state="submitted")
        make_claim(project)
    return project


def test_the_lead_decides_everything_and_the_group_leader_the_own_group(studio, people, waiting):
    every = {"innovations.proposals": 2, "innovations.projects": 2, "innovations.results": 2}
    assert tasks(people["lead"], studio) == every
    assert tasks(people["leader"], studio) == dict.fromkeys(every, 1)


def test_finance_confirms_and_the_others_have_nothing(studio, people, waiting):
    assert tasks(people["finance"], studio) == {"innovations.claims": 2}
    for role in ("office", "member", "trainer", "manager", "assessor", "participant"):
        assert tasks(people[role], studio) == {}


def test_nobody_is_asked_to_decide_their_own(studio, group, people):
    lead = people["lead"]
    make_proposal(studio, lead, state="submitted")
    shared = make_proposal(studio, state="submitted")
    shared.co_authors.add(lead)
    make_project(studio, lead, state="draft")
    own = make_project(studio)
    add_member(own, lead)
    make_result(own, state="submitted")
    assert tasks(lead, studio) == {}
    finance = people["finance"]
    make_claim(make_project(studio), finance)
    make_claim(make_project(studio, finance), make_person(studio, "member"))
    assert tasks(finance, studio) == {}


def test_own_drafts_of_claims_wait_to_be_submitted(studio, people, project):
    make_claim(project, state="draft")
    assert tasks(people["member"], studio) == {"innovations.drafts": 1}


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_every_notice_can_be_read(db, language):
    params = {"title": "夹具", "title_en": "Clamp", "reason": "Why", "confirmed": "1.00", "net": "2.00"}
    with translation.override(language):
        for kind in kinds:
            if kind.key.startswith("innovations."):
                said = str(kind.text) % kind.shown(params)
                assert ("夹具" if language == "zh-hans" else "Clamp") in said
    assert not Notice.objects.exists()
