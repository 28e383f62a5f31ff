from uuid import uuid4

import pytest

from studio.audit.models import AuditRow
from tests.factories import make_studio
from tests.training.factories import make_plan_line


@pytest.fixture
def line(studio):
    return make_plan_line(studio, state="approved")


def address(line, move="withdraw"):
    return f"/s/here/training/plan-lines/{line.pk}/move/{move}/"


def state_of(line):
    line.refresh_from_db()
    return line.state


def test_a_move_that_needs_a_reason_asks_for_it(sign_in, office, line):
    client = sign_in(office)
    assert 'name="reason"' in client.get(address(line)).content.decode()
    assert client.post(address(line), {"reason": " "}).status_code == 422
    assert state_of(line) == "approved"
    assert client.post(address(line), {"reason": "Replaced", "version": line.version}).status_code == 302
    assert state_of(line) == "withdrawn"
    page = client.get(f"/s/here/training/plan-lines/{line.pk}/", {"part": "history"}).content.decode()
    assert "Replaced" in page and "Withdraw" in page


def test_the_loser_of_a_race_gets_the_reason_and_keeps_the_text(sign_in, office, line):
    client = sign_in(office)
    stale = line.version
    line.save()
    response = client.post(address(line), {"reason": "My reason", "version": stale})
    assert response.status_code == 409 and "My reason" in response.content.decode()
    assert state_of(line) == "approved"


def test_the_same_move_sent_twice_is_made_once(sign_in, office, line):
    data = {"reason": "Replaced", "form_key": str(uuid4())}
    client = sign_in(office)
    assert client.post(address(line), data).url == client.post(address(line), data).url
    assert AuditRow.objects.filter(verb="move.withdraw").count() == 1


def test_a_move_is_made_by_post_only(sign_in, office, studio):
    draft = make_plan_line(studio)
    sign_in(office).get(address(draft, "approve"))
    assert state_of(draft) == "draft"


def test_who_may_not_is_refused_and_foreign_lines_are_not_there(sign_in, member, office, line):
    assert sign_in(member).post(address(line), {"reason": "x"}).status_code == 403
    foreign = make_plan_line(make_studio(), state="approved")
    client = sign_in(office)
    assert client.post(address(foreign), {"reason": "x"}).status_code == 404
    assert client.post(address(line, "nothing"), {"reason": "x"}).status_code == 404
    assert state_of(line) == "approved"


@pytest.mark.parametrize(("sent", "said"), [("a\x00b", "U+0000"), ("x" * 5000, "1000")])
def test_a_bad_reason_is_refused_in_words(sign_in, office, line, sent, said):
    response = sign_in(office).post(address(line), {"reason": sent})
    assert response.status_code == 422 and said in str(response.context["form"].errors)
