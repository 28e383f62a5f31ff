"""What of the site is linked with records of other apps: a piece of equipment with the rules for it, or its project."""

from studio.facilities.models import Equipment, Room
from studio.links.registry import Linkable

Linkable(Room).register()
Linkable(Equipment).register()
