"""Answering the applications of a batch in one go."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from appraisals.choices import CandidateState
from appraisals.models import Batch, Candidate
from studio.audit.errors import Refused
from studio.audit.flow import flow_of
from studio.core.text import labelled

ACCEPT, DECLINE = "accept", "decline"


@dataclass(frozen=True)
class Answer:
    """The move for one application, with the reason where it is declined."""

    candidate: int
    move: str
    reason: str = ""


def unanswered(batch: Batch):
    """Applications that wait, in the order of names."""
    waiting = batch.candidates.filter(state=CandidateState.APPLIED)
    return waiting.select_related("person__unit", "nominated_by").order_by("person__sort_key", "pk")


@transaction.atomic
def answer_applications(batch: Batch, actor, answers: Iterable[Answer]) -> None:
    """Make every move or, with the reason, none."""
    answers = list(answers)
    rows = Candidate.objects.filter(batch=batch).select_related("person").in_bulk([one.candidate for one in answers])
    for one in answers:
        row = rows.get(one.candidate)
        if row is None:
            raise Refused(_("The list names somebody who is no candidate any more. Open it again."))
        try:
            flow_of(row).go(row, one.move, actor, reason=one.reason if one.move == DECLINE else "")
        except Refused as refused:
            raise Refused(labelled(row.person, refused.text), refused.status) from refused
