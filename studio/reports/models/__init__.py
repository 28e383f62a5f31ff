from studio.reports.models.delivery import Delivery, DeliveryRun
from studio.reports.models.report import Report, ReportFile
from studio.reports.models.text import LONGEST_TEXT, LeadText, TextRevision

__all__ = ["LONGEST_TEXT", "Delivery", "DeliveryRun", "LeadText", "Report", "ReportFile", "TextRevision"]
