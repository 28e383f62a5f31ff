from studio.facilities.models.equipment import Calibration, Equipment
from studio.facilities.models.hours import Closure, OpenHours
from studio.facilities.models.room import Room
from studio.facilities.models.room_day import RoomDay
from studio.facilities.models.use import Use
from studio.facilities.models.visitors import VisitorBatch

__all__ = ["Calibration", "Closure", "Equipment", "OpenHours", "Room", "RoomDay", "Use", "VisitorBatch"]
