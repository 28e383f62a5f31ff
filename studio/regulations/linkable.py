"""What of regulations and meetings is linked with records of other apps."""

from studio.links.registry import Linkable
from studio.regulations.models import Meeting, Regulation

Linkable(Regulation).register()
Linkable(Meeting).register()
