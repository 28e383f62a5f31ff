"""Fictional visits of the sample years. The article's own visit comes from the facts file."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from studio.assessments.models import AgendaItem, Comment, ImprovementAction, Visit, VisitPerson
from studio.assessments.sample_visits import SAMPLES, SampleAction, SampleVisit
from studio.assessments.topics import load_topics
from studio.files.actions import attach
from studio.home.registries import demo

PROOF = "示例证明材料。\nSample proof of an improvement action. This record is fictional.\n"


def load(world) -> None:
    """Add the sample visits to ``world.studio``; what is there already is left alone."""
    topics = load_topics()
    for sample in SAMPLES:
        marks = {"studio": world.studio, "held_on": sample.held_on, "assessed_by_en": sample.assessed_by[1]}
        if not Visit.objects.filter(**marks).exists():
            _add_visit(world, sample, topics)


def _add_visit(world, sample: SampleVisit, topics: dict) -> None:
    studio = world.studio
    visit = Visit.objects.create(
        studio=studio,
        kind=sample.kind,
        held_on=sample.held_on,
        **_two("assessed_by", sample.assessed_by),
        **_two("purpose", sample.purpose),
    )
    for order, (party, name, unit, post) in enumerate(sample.people, start=1):
        texts = _two("name", name) | _two("unit", unit) | _two("post", post)
        VisitPerson.objects.create(studio=studio, visit=visit, order=order, party=party, **texts)
    for order, (speaker, text) in enumerate(sample.agenda, start=1):
        texts = _two("speaker", speaker) | _two("text", text)
        AgendaItem.objects.create(studio=studio, visit=visit, order=order, **texts)
    for order, (kind, topic, given_by, gist, actions) in enumerate(sample.comments, start=1):
        comment = Comment.objects.create(
            studio=studio,
            visit=visit,
            order=order,
            kind=kind,
            topic=topics[topic],
            raised_on=sample.held_on if kind == "request" else None,
            closed_on=_closing_day(sample.held_on, actions),
            **_two("given_by", given_by),
            **_two("gist", gist),
        )
        for action in actions:
            _add_action(world, comment, action)


def _closing_day(raised_on: date, actions: tuple[SampleAction, ...]) -> date | None:
    """As the moves close a request: with its last action, when at least one was verified."""
    states = {action.state for action in actions}
    if "verified" not in states or states - {"verified", "dropped"}:
        return None
    return max(raised_on + timedelta(days=action.verified_after) for action in actions if action.state == "verified")


def _add_action(world, request: Comment, sample: SampleAction) -> None:
    discipline = world.disciplines[sample.group] if sample.group is not None else None
    owner, verifier = _people(world, discipline)
    is_done = sample.state in ("done", "verified")
    is_verified = sample.state == "verified"
    action = ImprovementAction.objects.create(
        studio=world.studio,
        request=request,
        discipline=discipline,
        owner=owner,
        due_on=request.raised_on + timedelta(days=sample.due_after),
        state=sample.state,
        done_on=request.raised_on + timedelta(days=sample.done_after) if is_done else None,
        closed_on=request.raised_on + timedelta(days=sample.verified_after) if is_verified else None,
        closed_by=verifier if is_verified else None,
        **_two("title", sample.title),
    )
    if is_done:
        _add_proof(action, owner)


def _people(world, discipline):
    """The group's leader owns its actions, the office the others; the lead verifies, or another group's leader."""
    leaders = list(world.leaders.values())
    owner = world.leaders[discipline.pk] if discipline else world.accounts.get("office", leaders[0])
    others = [world.accounts.get("lead"), *leaders]
    return owner, next(person for person in others if person and person != owner)


def _add_proof(action: ImprovementAction, owner) -> None:
    if not owner.has_perm("visit_actions.edit", action):
        return  # the other studio has no office: its leaders own what is not their group's
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "proof.txt"
        path.write_text(PROOF, encoding="utf-8")
        attach(action, "proof", path, owner, name="示例证明-sample-proof.txt")


def _two(field: str, texts: tuple[str, str]) -> dict[str, str]:
    return {field: texts[0], f"{field}_en": texts[1]}


demo.register("assessments", load)
