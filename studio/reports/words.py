"""The fixed words of a document's furniture; frozen with it, so that a writer needs no catalogue."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .text import both

WORDS = {
    "annex": _("Annex: figures and how they are counted"),
    "annex_intro": _(
        "Every figure of this report, with its definition and the days it covers. Numbers are links: they open the"
        " records as they are today, and the page says so when today's number differs."
    ),
    "annex_sheet": pgettext_lazy("sheet", "Figures"),
    "as_of": _("cut-off"),
    "chart_number": _("Chart %(number)s"),
    "chart_table": _("The numbers of this chart"),
    "contents": _("Contents"),
    "definition": _("Definition"),
    "denominator": _("Denominator"),
    "discipline": _("Discipline"),
    "document_hash": _("SHA-256 of the frozen document"),
    "figure": _("Figure"),
    "fraction": _("Fraction"),
    "from": pgettext_lazy("first day", "From"),
    "key": pgettext_lazy("of a figure", "Key"),
    "lead": _("Studio lead"),
    "made_on": _("Made on"),
    "numerator": _("Numerator"),
    "of_which": _("%(numerator)s of %(denominator)s"),
    "page": pgettext_lazy("page number", "Page %(page)s of %(pages)s"),
    "period": _("Period"),
    "rows": _("Records"),
    "table_label": _("Table"),
    "table_number": _("Table %(number)s"),
    "to": pgettext_lazy("last day", "To"),
    "unit": pgettext_lazy("of a figure", "Unit"),
    "value": _("Value"),
    "window_line": _("Window %(from)s – %(to)s, cut-off %(as_of)s."),
}


def words() -> dict:
    """Every word in both languages."""
    return {key: {"en": said.en, "zh": said.zh} for key, said in ((key, both(word)) for key, word in WORDS.items())}
