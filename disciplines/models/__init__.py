from disciplines.models.catalogue import Discipline, Occupation, SkillLevel
from disciplines.models.group import Group, GroupMembership
from disciplines.models.level import LevelRecord

__all__ = ["Discipline", "Group", "GroupMembership", "LevelRecord", "Occupation", "SkillLevel"]
