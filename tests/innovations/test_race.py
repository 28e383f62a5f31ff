"""A benefit is verified once, also when several people of finance press the button in the same moment."""

import time
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.db import OperationalError, connection

from innovations.flows import claim_flow
from innovations.models import BenefitClaim, BenefitVerdict
from studio.audit.errors import Refused
from studio.organisation.models import Person
from tests.factories import make_person, make_studio
from tests.innovations.factories import make_claim, make_project

RIVALS = 4


def confirm(claim_pk, person_pk, confirmed, barrier, outcomes):
    """Read, wait for the others, then confirm; SQLite in memory says "locked" instead of waiting, so try again."""
    claim, person = BenefitClaim.objects.get(pk=claim_pk), Person.objects.get(pk=person_pk)
    barrier.wait()
    try:
        for _try in range(200):
            try:
                claim_flow.go(claim, "confirm", person, reason="Checked.", confirmed=Decimal(confirmed))
                outcomes.append("confirmed")
                return
            except Refused as refusal:
                outcomes.append(refusal.status)
                return
            except OperationalError:
                time.sleep(0.01)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_one_of_several_verdicts_wins_and_the_others_hear_why():
    studio = make_studio()
    claim = make_claim(make_project(studio))
    finance = [make_person(studio, "finance") for _number in range(RIVALS)]
    barrier, outcomes = Barrier(RIVALS, timeout=20), []
    rivals = [
        Thread(target=confirm, args=(claim.pk, person.pk, 100 + number, barrier, outcomes))
        for number, person in enumerate(finance)
    ]
    for rival in rivals:
        rival.start()
    for rival in rivals:
        rival.join(30)
    assert sorted(outcomes, key=str) == [*[409] * (RIVALS - 1), "confirmed"]
    verdict = BenefitVerdict.objects.get()
    assert BenefitClaim.objects.get().confirmed == verdict.confirmed
