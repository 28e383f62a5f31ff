"""Two sample years of regulations, meetings, duties and funds, and a few things open today."""

from studio.home.registries import demo
from studio.regulations.kinds import CATEGORIES, KINDS, load_catalogue
from studio.regulations.models import Regulation, RegulationKind, SpendCategory
from studio.regulations.samples.cast import Cast
from studio.regulations.samples.meetings import Meetings
from studio.regulations.samples.money import Money
from studio.regulations.samples.rules import Rules


def load(world) -> None:
    """Add the samples to ``world.studio``, unless it has regulations already."""
    if Regulation.objects.filter(studio=world.studio).exists():
        return
    load_catalogue(RegulationKind, KINDS)
    load_catalogue(SpendCategory, CATEGORIES)
    cast = Cast(world)
    for part in (Rules, Meetings, Money):
        part(cast).add()


demo.register("regulations", load)
