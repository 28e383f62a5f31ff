"""What of competitions is linked with records of other apps."""

from competitions.models import Competition
from studio.links.registry import Linkable

Linkable(Competition).register()
