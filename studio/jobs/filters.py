from studio.jobs.models import Job
from studio.kit.filters import Filters


class JobFilters(Filters):
    class Meta:
        model = Job
        fields = ["state", "actor"]
