"""What was submitted stays with the files it was submitted with."""

import pytest

from studio.audit.errors import Refused
from studio.files.actions import attach, retire
from tests.factories import make_person, make_studio
from tests.innovations.factories import make_claim, make_project

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("state", "stays"), [("draft", False), ("submitted", True)])
def test_evidence_of_a_submitted_claim_stays(tmp_path, state, stays):
    studio = make_studio()
    office = make_person(studio, "office")
    claim = make_claim(make_project(studio), state=state)
    proof = tmp_path / "hours.txt"
    proof.write_text("before 8 h, after 3 h", encoding="utf-8")
    file = attach(claim, next(iter(claim.attachment_kinds)), proof, office, name="hours.txt")
    if not stays:
        retire(file, claim, office, "Wrong sheet")
        file.refresh_from_db()
        assert file.retired_by == office
        return
    with pytest.raises(Refused):
        retire(file, claim, office, "Wrong sheet")
