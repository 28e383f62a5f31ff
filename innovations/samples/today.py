"""A few things of one discipline that are open today, so that lists and tasks live."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from innovations.models import Project, Proposal, Result
from innovations.samples import titles
from innovations.samples.writer import next_month


def add_open(writer, discipline) -> None:
    """A draft and a submitted proposal, and a running project with a result to accept and perhaps a claim."""
    today = timezone.localdate()
    first, second = writer.world.members_of(discipline)[2:4]
    subject = titles.SUBJECTS[discipline.key][0]
    idea = {"discipline": discipline, "author": first}
    submitted_on = today - timedelta(days=4 + discipline.order)
    words = _about(subject, "巡检路线优化", "Better inspection rounds for")
    writer.add(Proposal, **words, **writer.texts(), **idea, state="submitted", submitted_on=submitted_on)
    writer.add(Proposal, **_about(subject, "培训模型", "Training model of"), **writer.texts(), **idea)
    project = _project(writer, discipline, second, _about(subject, "状态监测", "Condition monitoring of"), today)
    writer.add(
        Result,
        **_about(subject, "监测装置", "Monitoring device for"),
        project=project,
        state="submitted",
        submitted_on=today - timedelta(days=6),
    )
    if discipline.order % 2:
        effect_from = next_month(today - timedelta(days=120))
        gross, cost = Decimal(writer.rng.randrange(300_000, 900_000, 1_000)), Decimal(40_000)
        waiting = {"state": "submitted", "submitted_on": today - timedelta(days=3)}
        writer.claim(project, None, effect_from, gross, cost, **waiting)


def _about(subject: titles.Two, words: str, words_en: str) -> dict[str, str]:
    return titles.labelled((f"{subject[0]}{words}", f"{words_en} {subject[1]}"))


def _project(writer, discipline, leader, words: dict, today) -> Project:
    started_on = today - timedelta(days=150)
    return writer.add(
        Project,
        **words,
        discipline=discipline,
        kind=writer.kinds[8],
        aim=titles.IDEAS[1],
        leader=leader,
        state="running",
        approved_on=started_on - timedelta(days=10),
        approved_by=writer.decider(discipline, leader),
        started_on=started_on,
    )
