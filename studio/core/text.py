"""Folding and checking of text that people type or upload."""

import re
import unicodedata

from django.utils.translation import gettext, pgettext

# Read as a surname these characters sound different from their everyday reading.
SURNAMES = {
    "单": "shan", "解": "xie", "仇": "qiu", "曾": "zeng", "查": "zha", "盖": "ge", "区": "ou", "朴": "piao",
    "任": "ren", "华": "hua", "尉": "yu", "缪": "miao", "宓": "fu", "员": "yun", "召": "shao", "燕": "yan",
    "乐": "yue", "翟": "zhai",
}  # fmt: skip

_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
_BAD = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f{_BIDI}\ud800-\udfff]")


def bad_characters(text: str) -> list[str]:
    """The control characters in ``text`` that no name or note may hold, as ``U+0000`` names."""
    return sorted({f"U+{ord(found):04X}" for found in _BAD.findall(text or "")})


def fold(text: str) -> str:
    """One form for comparing: full width becomes half width, case and outer blanks vanish."""
    return " ".join(unicodedata.normalize("NFKC", text or "").casefold().split())


def fold_number(text: str) -> str:
    """An employee number in the one form it is stored in: half width, capitals, no blanks; leading zeros stay."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or "")).upper()


def pinyin_key(name: str) -> str:
    """A sort key: pinyin with tone numbers for Chinese, folded text for the rest, surname readings first."""
    from pypinyin import Style, pinyin  # here, because its dictionaries cost every start a quarter of a second

    name = (name or "").strip()
    if not name:
        return ""
    parts = [part[0] for part in pinyin(name, style=Style.TONE3, errors=lambda rest: [fold(rest)])]
    if name[0] in SURNAMES:
        parts[0] = SURNAMES[name[0]]
    return " ".join(parts)[:200]


def labelled(label, text) -> str:
    """``Label: text``, with the colon of the language in force."""
    return gettext("%(label)s: %(text)s") % {"label": label, "text": text}


def listed(parts) -> str:
    """``One, two``, with the mark that the language in force puts between them."""
    return pgettext("between things", ", ").join(str(part) for part in parts)
