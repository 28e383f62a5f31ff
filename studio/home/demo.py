"""Sample links between the functions, once each of them has loaded its samples (home is the last app)."""

from django.apps import apps

from studio.facilities.models import Room
from studio.home.registries import demo
from studio.links.models import Link, key_of
from studio.regulations.models import Regulation

# What a project of a discipline led to: kinds, and how many of each it is linked with.
LED_TO = (("training.course", 2), ("competitions.competition", 1), ("facilities.equipment", 1))
PROJECTS = 4
RULES_OF_ROOMS, RULED_ROOMS = ("safety", "equipment"), ("practice", "pilot")


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
    _link_rooms(world.studio, office)


def _link_rooms(studio, actor) -> None:
    """The rules for rooms with the rooms they hold for, so that each room's page leads to them."""
    rooms = Room.objects.filter(studio=studio, use__in=RULED_ROOMS).order_by("pk")
    for rule in Regulation.objects.filter(studio=studio, kind__key__in=RULES_OF_ROOMS).order_by("pk"):
        for room in rooms:
            _link(studio, rule, room, actor)


def _some(kind: str, studio, discipline, many: int) -> list:
    model = next((one for one in apps.get_models() if one._meta.label_lower == kind), None)
    return list(model.objects.filter(studio=studio, discipline=discipline).order_by("pk")[:many]) if model else []


def _link(studio, one, other, actor) -> None:
    first, second = sorted((key_of(one), key_of(other)))
    Link.objects.create(studio=studio, first=first, second=second, by=actor)


demo.register("links", load)
