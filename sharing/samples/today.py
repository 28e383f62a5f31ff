"""A few things around today, so that lists and tasks live."""

from datetime import timedelta

from django.utils import timezone

from sharing.models import Agreement, SharedResource
from sharing.samples import titles
from sharing.samples.years import add_event, add_use


def add_today(writer) -> None:
    """An event to mark as held and some ahead, a draft, an agreement that ends soon, and fresh uses."""
    today, disciplines = timezone.localdate(), writer.world.disciplines
    for number, days in enumerate((-3, 9, 20, 34)):
        discipline = disciplines[number % len(disciplines)]
        sample = titles.EVENTS[discipline.key][number % 2]
        add_event(writer, discipline, sample, today + timedelta(days=days), state="planned")
    writer.add(
        Agreement,
        **titles.labelled("大检修互助协议", "Mutual aid in turnarounds"),
        **writer.party("donggang"),
        kind="general",
        aims=titles.AIMS,
        from_date=today + timedelta(days=30),
        to_date=today + timedelta(days=395),
    )
    begun = today - timedelta(days=330)
    writer.add(
        Agreement,
        **titles.labelled("机泵备件共享协议", "Shared spare parts of pumps"),
        **writer.party("hengyuan"),
        discipline=disciplines[0],
        kind="equipment",
        aims=titles.AIMS,
        from_date=begun,
        to_date=today + timedelta(days=34),
        signed_on=begun,
        state="signed",
    )
    open_ones = [one for one in writer.made[SharedResource] if one.state == "offered"]
    for number, resource in enumerate(open_ones):
        add_use(writer, resource, today - timedelta(days=2 + number))
    member = writer.world.accounts.get("member")
    if member:
        add_use(writer, open_ones[0], today - timedelta(days=1), person=member)
