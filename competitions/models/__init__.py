from competitions.models.competition import Competition
from competitions.models.entry import Entrant, Entry
from competitions.models.event import Event, JudgeAssignment
from competitions.models.mark import Correction, Mark
from competitions.models.result import Result

__all__ = ["Competition", "Correction", "Entrant", "Entry", "Event", "JudgeAssignment", "Mark", "Result"]
