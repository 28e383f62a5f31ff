"""A held session records its own use of the room; facilities count it like any other use, once."""

from studio.facilities import uses
from training.choices import TOOK_PLACE
from training.models import Session

FUNCTION = "training"


def occupy(session: Session, actor) -> None:
    """Bring the use of the room in line with ``session``: recorded while it counts as held, taken back otherwise."""
    if session.room_id is None or session.state not in TOOK_PLACE:
        uses.forget(session, actor)
        return
    uses.follow(session, actor, class_hours=session.class_hours, **use_of(session), persons=persons_in(session))


def use_of(session: Session) -> dict:
    """What the use says of the session, apart from its end and the people."""
    course = session.course
    return {
        "room": session.room,
        "day": session.held_on,
        "starts": session.start_time,
        "purpose": course.title,
        "purpose_en": course.title_en,
        "function": FUNCTION,
        "discipline": course.discipline,
    }


def persons_in(session: Session) -> int:
    """The trainer and who came, or as long as nobody said who came, whoever has a place."""
    return 1 + session.attendances.in_the_room()
