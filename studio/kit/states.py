"""The tone of a state: colour and shape that stand beside its word.

A model may set ``state_tones = {"held": "good"}``; everything else follows this shared vocabulary.
Tones: ``idle`` (ring), ``active`` (disc), ``waiting`` (triangle), ``good`` (tick), ``bad`` (cross), ``past`` (square).
"""

VOCABULARY = {
    "idle": "draft planned new proposed recorded listed",
    "active": "open running started assigned project active in_force under_way",
    "waiting": "submitted waiting claimed pending review queued returned partly absent excused",
    "good": "held accepted confirmed approved done granted passed present finished concluded transformed",
    "bad": "cancelled rejected refused failed withdrawn overdue not_transformed",
    "past": "closed retired ended expired archived revoked",
}
TONES = {word: tone for tone, words in VOCABULARY.items() for word in words.split()}


def tone_of(model, value) -> str:
    """The tone of ``value`` for rows of ``model``."""
    own = getattr(model, "state_tones", {})
    return own.get(value) or TONES.get(str(value), "idle")
