"""Every benefit claim of the period with what finance said of it."""

from django.utils.translation import gettext_lazy as _

from innovations.models import BenefitClaim
from studio.reports.blocks import Cell, Column, Figures, Note, Table
from studio.reports.registry import Chapter, chapter
from studio.reports.text import choice, named

FIGURES = ["innovations.benefit_claimed", "innovations.benefit_confirmed"]


def build(context):
    """Claims whose effect starts in the period, submitted by the cut-off day."""
    yield Figures(FIGURES)
    yield Note(_("A benefit belongs to the period in which its effect starts. Only what finance confirmed is proved."))
    claims = context.visible(BenefitClaim).starting_in(context.period, context.as_of)
    claims = claims.select_related("studio", "project", "result").order_by("effect_from", "pk")
    yield Table(
        [
            Column(_("Project"), width=3.4),
            Column(_("Method"), width=1.6),
            Column(_("Effect from"), "date"),
            Column(_("Effect to"), "date"),
            Column(_("Gross"), "money"),
            Column(_("Cost"), "money"),
            Column(_("Net"), "money"),
            Column(_("Confirmed"), "money"),
            Column(_("Judged on"), "date"),
        ],
        [
            [
                Cell(named(one.project, "title"), url=one.get_absolute_url()),
                choice(one, "method"),
                one.effect_from,
                one.effect_to,
                one.gross,
                one.cost,
                one.net,
                one.confirmed,
                one.judged_on,
            ]
            for one in claims
        ],
        total=_total(context),
        empty=_("No benefit claim of this period was submitted."),
    )


def _total(context) -> list:
    claimed, confirmed = (context.figure(key) for key in FIGURES)
    return [_("Total"), None, None, None, None, None, claimed, confirmed, None]


chapter(Chapter("benefit-claims", _("Benefit claims"), 550, build, reports={"innovation-benefit"}, written=False))
