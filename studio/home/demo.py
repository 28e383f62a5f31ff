"""Sample links between the functions, once each of them has loaded its samples (home is the last app)."""

from django.apps import apps

from studio.audit.log import record as audit
from studio.home.registries import demo
from studio.links.models import Link, key_of

# What a project of a discipline led to: kinds, and how many of each it is linked with.
LED_TO = (("training.course", 2), ("competitions.competition", 1))
PROJECTS = 4


def load(world) -> None:
    """Link the first projects of each discipline with courses and competitions of the same one."""
    if Link.objects.filter(studio=world.studio).exists():
        return
    office = world.accounts.get("office")
    for discipline in [*world.disciplines, None]:
        projects = _some("innovations.project", world.studio, discipline, PROJECTS)
        for kind, many in LED_TO:
            others = _some(kind, world.studio, discipline, PROJECTS * many)
            for number, other in enumerate(others):
                if projects:
                    _link(world.studio, projects[number % len(projects)], other, office)


def _some(kind: str, studio, discipline, many: int) -> list:
    model = next((one for one in apps.get_models() if one._meta.label_lower == kind), None)
    return list(model.objects.filter(studio=studio, discipline=discipline).order_by("pk")[:many]) if model else []


def _link(studio, one, other, actor) -> None:
    first, second = sorted((key_of(one), key_of(other)))
    made = Link.objects.create(studio=studio, first=first, second=second, by=actor)
    audit(actor, "link.add", made, ends=[first, second])


demo.register("links", load)
