"""What kinds of slow work exist. Apps declare them in their ``jobs.py``::

@job("reports.render", label=_("Report"), permission="reports.edit", steps=[("figures", _("Compute figures"))])
def render(run, *, report_id): ...
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from studio.core.registry import Registry


class Step(NamedTuple):
    """A named part of the work, in the words of the person who waits."""

    key: str
    label: str


def the_studio(studio, params):
    """What the permission of most jobs is asked about."""
    return studio


@dataclass(frozen=True)
class JobKind:
    """One kind of slow work.

    ``permission`` (a name, or a function of the parameters that gives one) is asked about ``subject(studio, params)``
    when the job is submitted, when it runs, and when its files are fetched. ``describe(params)`` says what exactly is
    made, in the reader's language; ``skips(params)`` names the steps that these parameters leave out.
    """

    key: str
    label: str
    permission: str | Callable[[dict], str]
    function: Callable
    steps: tuple[Step, ...]
    subject: Callable
    describe: Callable[[dict], str] | None = None
    skips: Callable[[dict], set[str]] | None = None

    def named(self, params: dict) -> str:
        """What is made, in the reader's language."""
        return self.describe(params) if self.describe else self.label

    def steps_of(self, params: dict) -> tuple[Step, ...]:
        """The steps that these parameters take."""
        skipped = self.skips(params) if self.skips else ()
        return tuple(step for step in self.steps if step.key not in skipped)

    def permission_for(self, params: dict) -> str:
        """The name of the right that these parameters need."""
        return self.permission(params) if callable(self.permission) else self.permission

    def allows(self, person, studio, params: dict) -> bool:
        """Whether ``person`` has that right today."""
        return person.has_perm(self.permission_for(params), self.subject(studio, params))


kinds: Registry[JobKind] = Registry("jobs")
every_minute: Registry[Callable[[], object]] = Registry("every_minute")


def job(
    key: str, *, label, permission, steps: Sequence[tuple[str, str]] = (), subject=the_studio, describe=None, skips=None
):
    """Declare ``function(run, **params)`` as the job ``key``.

    The function may run more than once (a killed worker), so it writes records only inside ``with run.fence()``,
    once. It may return a dict; its ``"url"`` becomes the link to the result.
    """

    def declare(function):
        named = tuple(Step(*step) for step in steps)
        kinds.register(key, JobKind(key, label, permission, function, named, subject, describe, skips))
        return function

    return declare


def minutely(key: str):
    """Declare a short, repeatable function without arguments that the scheduler calls every minute."""

    def declare(function):
        return every_minute.register(key, function)

    return declare
