"""One small function per kind of column: a row of values in, a piece of page (or a value for a file) out.

Made once per column and language, then called for every row, so nothing here looks anything up.
"""

from decimal import Decimal

from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from studio.core.hours import MINUTES, hours
from studio.core.money import wan
from studio.kit.states import tone_of

DASH = "—"


def number(value) -> str:
    """Thousands apart, no needless zeros: 1,234 or 12.5."""
    if value is None:
        return DASH
    if isinstance(value, Decimal | float):
        text = f"{value:,.2f}".rstrip("0").rstrip(".")
        return text or "0"
    return f"{value:,}"


def money(value) -> str:
    """Yuan in units of ten thousand, two decimals."""
    return DASH if value is None else f"{wan(value):,.2f}"


# The unit that these kinds are written in, for the column's header.
UNITS = {"money": gettext_lazy("10,000 CNY"), "minutes": pgettext_lazy("of the clock", "h")}


def percent(value) -> str:
    return DASH if value is None else f"{value:,.1f} %"


def minutes(value) -> str:
    """Whole minutes in hours, one decimal."""
    return DASH if value is None else f"{hours(value):,}"


def badge(tone: str, label) -> str:
    """State: colour, word and shape."""
    return format_html('<span class="state" data-tone="{}">{}</span>', tone, label)


def discipline_badge(key: str | None, sign: str, name: str, none: str = "") -> str:
    """A discipline in its colour, with sign and name; ``none`` or cross-discipline when there is none."""
    if not key:
        return format_html('<span class="discipline d-cross">{}</span>', none or gettext("Cross-discipline"))
    return format_html('<span class="discipline d-{}"><b aria-hidden="true">{}</b>{}</span>', key, sign, name)


def _first(slots):
    """The first value that says something: the language's own name, then the other one."""
    if len(slots) == 1:
        only = slots[0]
        return lambda row: row[only]
    own, other = slots
    return lambda row: row[own] or row[other]


def make(kind, slots, choices=(), model=None):
    """Return ``(html, value)``: two functions of a row, for the page and for a file.

    ``choices`` are the values of a state or choice with their labels; ``model`` says their tones.
    """
    read = _first(slots) if kind in ("text", "link", "person") else None
    at = slots[0]
    if read and choices:  # a link may stand on a choice: its label leads on
        labels = {key: str(label) for key, label in choices}
        return (lambda row: labels.get(read(row)) or DASH), (lambda row: labels.get(read(row)))
    if read:
        return (lambda row: read(row) or DASH), (lambda row: read(row) or None)
    if kind == "date":
        return (lambda row: row[at].isoformat() if row[at] else DASH), (lambda row: row[at])
    if kind == "time":
        return (lambda row: row[at].strftime("%H:%M") if row[at] else DASH), (lambda row: row[at])
    if kind == "datetime":
        return (lambda row: _local(row[at])), (lambda row: _naive(row[at]))
    if kind == "yes_no":
        words = {True: gettext("yes"), False: gettext("no"), None: DASH}
        return (lambda row: words[row[at]]), (lambda row: words[row[at]])
    if kind in ("state", "choice"):
        return _choice(kind, at, choices, model)
    if kind == "discipline":
        key, sign, own, other = slots
        none = str(getattr(model, "no_discipline", "") or gettext("Cross-discipline"))
        return (
            lambda row: discipline_badge(row[key], row[sign], row[own] or row[other], none),
            lambda row: (row[own] or row[other]) if row[key] else none,
        )
    if kind == "minutes":
        return (lambda row: minutes(row[at])), (lambda row: _in_hours(row[at]))
    write = {"number": number, "money": money, "percent": percent}[kind]
    return (lambda row: write(row[at])), (lambda row: row[at])


def _choice(kind, at, choices, model):
    labels = {key: str(label) for key, label in choices}
    if kind == "choice":
        return (lambda row: labels.get(row[at], row[at]) or DASH), (lambda row: labels.get(row[at], row[at]))
    badges = {key: badge(tone_of(model, key), label) for key, label in labels.items()}
    return (lambda row: badges.get(row[at], row[at]) or DASH), (lambda row: labels.get(row[at], row[at]))


def _in_hours(value) -> Decimal | None:
    """For a file: finer than people read it, so that sums come out right."""
    return None if value is None else (Decimal(value) / MINUTES).quantize(Decimal("0.0001"))


def _local(moment) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else DASH


def _naive(moment):
    return timezone.localtime(moment).replace(tzinfo=None) if moment else None
