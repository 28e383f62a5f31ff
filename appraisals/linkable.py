"""What of appraisals is linked with records of other apps."""

from appraisals.models import Batch
from studio.links.registry import Linkable

Linkable(Batch).register()
