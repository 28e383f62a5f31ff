"""My tasks: what waits for one person in one studio, from the register of todos."""

from dataclasses import dataclass
from itertools import islice

from django.urls import reverse

from studio.notices.registry import todos

SHOWN = 3


@dataclass(frozen=True)
class TaskGroup:
    """One kind of waiting work: how much, the first few records, and where the rest is."""

    key: str
    label: str
    count: int
    items: list
    url: str


def tasks_of(person, studio) -> list[TaskGroup]:
    """Everything that waits for ``person`` in ``studio``; kinds with nothing to do are left out."""
    asked = (todo for todo in todos if person.has_perm(f"{todo.area}.view", studio))
    groups = (_group(todo, person, studio) for todo in asked)
    return [group for group in groups if group.count]


def _group(todo, person, studio) -> TaskGroup:
    waiting = todo.query(person, studio)
    first = list(islice(waiting[: SHOWN + 1], SHOWN + 1))
    count = len(first) if len(first) <= SHOWN else waiting.count()
    url = reverse(todo.list_url, kwargs={"studio": studio.slug})
    return TaskGroup(todo.key, todo.label, count, first[:SHOWN], url)
