"""What of training is linked with records of other apps."""

from studio.links.registry import Linkable
from training.models import Course

Linkable(Course).register()
