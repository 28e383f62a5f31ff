"""What of innovation is linked with records of other apps; a project may build on another one."""

from innovations.models import Project, Proposal, Result
from studio.links.registry import Linkable

Linkable(Proposal).register()
Linkable(Project, alike=True).register()
Linkable(Result).register()
