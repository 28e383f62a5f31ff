"""What of sharing is linked with records of other apps."""

from sharing.models import Agreement, ExchangeEvent, SharedResource
from studio.links.registry import Linkable

Linkable(Agreement).register()
Linkable(ExchangeEvent).register()
Linkable(SharedResource).register()
