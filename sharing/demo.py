"""Two sample years of sharing in every discipline, and a few things around today.

The article's own alliance comes from the facts file; everything here is fictional and marked as a sample.
"""

from sharing.models import PartnerUnit
from sharing.samples.today import add_today
from sharing.samples.writer import Writer
from sharing.samples.years import add_years
from studio.audit.log import record as audit
from studio.home.registries import demo


def load(world) -> None:
    """Add the samples to ``world.studio``, unless it has partner units already."""
    if PartnerUnit.objects.filter(studio=world.studio).exists():
        return
    writer = Writer(world)
    for discipline in (*world.disciplines, None):
        add_years(writer, discipline)
    add_today(writer)
    writer.save()
    for record, verb, reason in writer.reasons:
        audit(world.accounts.get("lead"), verb, record, reason=reason)


demo.register("sharing", load)
