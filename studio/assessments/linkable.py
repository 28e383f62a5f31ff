"""What of assessment is linked with records of other apps: what the studio does about a request."""

from studio.assessments.models import ImprovementAction
from studio.links.registry import Linkable

Linkable(ImprovementAction).register()
