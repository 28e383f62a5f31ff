"""From texts to search tokens, and from what a person types to the tokens that must be there.

Tokens hold letters and digits only, in one folding (full width, case). Chinese has no blanks between words, so it is
stored as overlapping pairs of characters; a word of two characters is then a single token. Pinyin initials are stored
from each character on, so that ``lxb`` finds 离心泵 wherever it stands in a title.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from studio.core.text import SURNAMES

MOST_LETTERS = 100  # of what a person types
MOST_TOKENS = 12
LONGEST = 40  # of one token
LONGEST_INITIALS = 12
LONGEST_NAME = 4  # Chinese of so many characters may be a person's name and is also found by its full pinyin
HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUNS = re.compile(f"([{HAN}]+)|([^\\W_{HAN}]+)")
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_IS_NUMBER = re.compile(r"(?=.*\d)[a-z\d\s./·–-]{2,40}")  # ZL 2021 2 0312345.6, also found without its blanks
_CODE = re.compile(f"[^\\W_{HAN}]+(?:[-–./·][^\\W_{HAN}]+)+")


def folded(text: str) -> str:
    """One form for comparing; unlike ``text.fold`` it keeps blanks, which separate."""
    return unicodedata.normalize("NFKC", text or "").casefold()


def tokens_of(texts: Iterable[str]) -> list[str]:
    """Every token under which a record with these texts is found, sorted."""
    found: set[str] = set()
    for text in texts:
        line = folded(str(text or ""))
        codes = [line] if _IS_NUMBER.fullmatch(line) else _CODE.findall(line)
        found |= {re.sub(r"[\W_]", "", code) for code in codes}
        for han, word in _RUNS.findall(line):
            found |= _of_han(han) if han else {word, *_PARTS.findall(word)}
    return sorted(token[:LONGEST] for token in found)


def _of_han(run: str) -> set[str]:
    """Pairs of neighbours, the last character alone (found by its beginning), and pinyin."""
    found = {run[at : at + 2] for at in range(len(run))}
    for reading in _readings(run):
        initials = "".join(syllable[0] for syllable in reading)
        spelled = {initials[at : at + LONGEST_INITIALS] for at in range(len(initials) - 1)}
        if 1 < len(run) <= LONGEST_NAME:
            spelled |= {"".join(reading), "".join(reading[1:])}
        found |= {one for one in spelled if one.isascii()}  # rare characters have no reading
    return found


@lru_cache(maxsize=4096)
def _readings(run: str) -> list[list[str]]:
    """The everyday pinyin of a run, and that of a surname where the first character has one of its own."""
    from pypinyin import lazy_pinyin  # here, because its dictionaries cost every start a quarter of a second

    reading = [one for piece in lazy_pinyin(run) for one in ([piece] if piece.isascii() else piece)]
    surname = SURNAMES.get(run[0])
    return [reading, [surname, *reading[1:]]] if surname and len(run) > 1 else [reading]


def number_asked(text: str) -> str:
    """A number without its blanks and marks, where the whole of what was typed is one; empty otherwise."""
    line = folded(text[:MOST_LETTERS]).strip()
    return re.sub(r"[\W_]", "", line)[:LONGEST] if _IS_NUMBER.fullmatch(line) else ""


def tokens_asked(text: str) -> list[tuple[str, bool]]:
    """What must be there, each with whether it is only a beginning; empty when nothing can be searched for."""
    found: dict[tuple[str, bool], None] = {}
    for han, word in _RUNS.findall(folded(text[:MOST_LETTERS])):
        if word:
            found[word[:LONGEST], len(word) > 1] = None
        elif len(han) == 1:
            found[han, True] = None
        else:
            found |= {(han[at : at + 2], False): None for at in range(len(han) - 1)}
    return list(found)[:MOST_TOKENS]
