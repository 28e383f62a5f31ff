"""The ledger goes on into the next year by itself."""

from django.db import transaction

from studio.facilities.ledger import horizon, lock_rooms, recount_all
from studio.facilities.models import Room
from studio.jobs.registry import minutely


def extend_ledgers() -> None:
    """Count the days up to the end of next year for rooms whose ledger ends earlier; one room a transaction."""
    for room in Room.objects.to_extend(horizon()):
        with transaction.atomic():
            recount_all(lock_rooms(room.studio_id, [room.pk]))


minutely("facilities.extend_ledgers")(extend_ledgers)
