from studio.kit.filters import Filters
from studio.reports.models import Report


class ReportFilters(Filters):
    class Meta:
        model = Report
        fields = ["asked_by"]
