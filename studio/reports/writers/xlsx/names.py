"""Names of sheets: short, readable, each once, without what Excel refuses."""

import re

LONGEST = 31
_REFUSED = re.compile(r"[\[\]:*?/\\]")


class Names:
    """Hands out every name once."""

    def __init__(self):
        # Excel keeps this one for itself.
        self.taken = {"history"}

    def free(self, wanted: str) -> str:
        """``wanted`` as a sheet's name; numbered when it is taken."""
        name = shortened(" ".join(_REFUSED.sub(" ", wanted).split()).strip("'")) or "–"
        made, number = name, 1
        while made.casefold() in self.taken:
            number += 1
            made = f"{name[: LONGEST - len(str(number)) - 1]} {number}"
        self.taken.add(made.casefold())
        return made


def shortened(name: str) -> str:
    """``name`` as Excel takes it; what is too long ends behind its last whole word, or Chinese character."""
    if len(name) <= LONGEST:
        return name
    kept = name[: LONGEST - 1]
    if name[LONGEST - 1].isascii() and " " in kept:
        kept = kept[: kept.rindex(" ")]
    return f"{kept.strip()}…"


def titles(chapter: dict) -> list[str]:
    """What each block of a chapter could be called: its title, else the heading above it, else the chapter's."""
    made, above = [], f"{chapter['number']} {chapter['title']}"
    for block in chapter["blocks"]:
        if block["type"] == "heading":
            above = f"{block['number']} {block['text']}".strip()
        made.append(block.get("title") or above)
    return made
