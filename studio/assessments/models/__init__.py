from studio.assessments.models.action import ImprovementAction
from studio.assessments.models.comment import Comment, Topic
from studio.assessments.models.visit import AgendaItem, Visit, VisitPerson

__all__ = ["AgendaItem", "Comment", "ImprovementAction", "Topic", "Visit", "VisitPerson"]
