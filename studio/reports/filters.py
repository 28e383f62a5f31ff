from studio.kit.filters import Filters
from studio.reports.models import Delivery, Report


class ReportFilters(Filters):
    class Meta:
        model = Report
        fields = ["asked_by"]


class DeliveryFilters(Filters):
    class Meta:
        model = Delivery
        fields = ["state", "rhythm"]
