from training.models.plan import Course, PlanLine
from training.models.session import Attendance, Session

__all__ = ["Attendance", "Course", "PlanLine", "Session"]
