"""Two sample years of innovation in every discipline, and a few things open today so that lists and tasks live."""

from innovations.kinds import load_kinds
from innovations.models import InnovationKind, Proposal
from innovations.samples.today import add_open
from innovations.samples.writer import Writer
from innovations.samples.years import Year
from studio.home.registries import demo


def load(world) -> None:
    """Add the samples to ``world.studio``, unless it has proposals already."""
    if Proposal.objects.filter(studio=world.studio).exists():
        return
    load_kinds(InnovationKind)
    writer = Writer(world)
    for discipline in world.disciplines:
        for number, _year in enumerate(world.years):
            Year(writer, discipline, number).add()
        add_open(writer, discipline)
    writer.save()


demo.register("innovations", load)
