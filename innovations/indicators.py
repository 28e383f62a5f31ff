"""Figures of innovation and profit creation."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innovations.choices import PropertyKind
from innovations.models import PATENTS, BenefitClaim, IntellectualProperty, Project, Proposal, Result
from studio.indicators.registry import Figure, Ratio, Sum, figures

AREA = FUNCTION = "innovations"


def flow(key, label, unit, definition, model, date, list_name, discipline="discipline", **values) -> Figure:
    """A figure dated by ``date``; the rest is the same for all of this function."""
    return Figure(
        f"innovations.{key}",
        label=label,
        unit=unit,
        definition=definition,
        kind="flow",
        model=model,
        date=date,
        discipline=discipline,
        function=FUNCTION,
        list=f"innovations:{list_name}_list",
        **{"area": AREA} | values,
    )


def property_flow(key, label, unit, definition, where, date="granted_on") -> Figure:
    """A figure of patents, copyrights or papers."""
    return flow(key, label, unit, definition, IntellectualProperty, date, "property", where=where)


def benefit(key, label, definition, where, path) -> Figure:
    """A sum of money, dated by the day its effect starts."""
    return flow(
        key,
        label,
        _("CNY"),
        definition,
        BenefitClaim,
        "effect_from",
        "claim",
        discipline="project__discipline",
        where=where,
        measure=Sum(path),
        format="money",
        area="benefits",
    )


figures.declare(
    flow(
        "proposals",
        _("Proposals"),
        pgettext_lazy("unit", "proposals"),
        _("Proposals by the day they were submitted, whatever was decided on them. Drafts do not count."),
        Proposal,
        "submitted_on",
        "proposal",
    ),
    flow(
        "projects_concluded",
        _("Projects concluded"),
        pgettext_lazy("unit", "projects"),
        _("Projects by the day they were concluded. Stopped projects do not count."),
        Project,
        "concluded_on",
        "project",
    ),
    flow(
        "results_accepted",
        _("Results accepted"),
        pgettext_lazy("unit", "results"),
        _("Results by the day they were accepted by somebody outside their project."),
        Result,
        "accepted_on",
        "result",
        discipline="project__discipline",
    ),
    flow(
        "results_transformed",
        _("Results transformed"),
        pgettext_lazy("unit", "results"),
        _(
            "Of the results accepted in the period, those in use somewhere by the cut-off day: "
            "own use, spread inside the group, licence, sale, standard or training course. "
            "A result counts once, however often it is used."
        ),
        Result,
        "accepted_on",
        "result",
        discipline="project__discipline",
        where=lambda period, as_of: Q(transformed_on__lte=as_of),
    ),
    Figure(
        "innovations.transformation_rate",
        label=_("Transformation rate"),
        unit="%",
        definition=_(
            "Results transformed ÷ results accepted. Window: results accepted in the period. Numerator: those of them "
            "in use somewhere by the cut-off day, which is the last day of the period unless another one is given. "
            "The numerator is part of the denominator, so the rate never passes 100 %."
        ),
        kind="flow",
        measure=Ratio("innovations.results_transformed", "innovations.results_accepted"),
        area=AREA,
        function=FUNCTION,
        list="innovations:result_list",
        format="percent",
    ),
    property_flow(
        "patents",
        _("Patents granted"),
        pgettext_lazy("unit", "patents"),
        _("Invention, utility model and design patents by the day they were granted. Filed ones do not count."),
        Q(kind__in=PATENTS),
    ),
    property_flow(
        "patents_invention",
        _("Invention patents"),
        pgettext_lazy("unit", "patents"),
        _("Invention patents by the day they were granted."),
        Q(kind=PropertyKind.INVENTION),
    ),
    property_flow(
        "patents_utility",
        _("Utility model patents"),
        pgettext_lazy("unit", "patents"),
        _("Utility model patents by the day they were granted."),
        Q(kind=PropertyKind.UTILITY),
    ),
    property_flow(
        "patents_design",
        _("Design patents"),
        pgettext_lazy("unit", "patents"),
        _("Design patents by the day they were granted."),
        Q(kind=PropertyKind.DESIGN),
    ),
    property_flow(
        "software_copyrights",
        _("Software copyrights"),
        pgettext_lazy("unit", "copyrights"),
        _("Software copyrights by the day they were registered."),
        Q(kind=PropertyKind.SOFTWARE),
    ),
    property_flow(
        "papers",
        _("Papers"),
        pgettext_lazy("unit", "papers"),
        _("Papers by the day they were published."),
        Q(kind=PropertyKind.PAPER),
        date="published_on",
    ),
    property_flow(
        "standards",
        _("Standards"),
        pgettext_lazy("unit", "standards"),
        _("Standards and rules by the day they were published."),
        Q(kind=PropertyKind.STANDARD),
        date="published_on",
    ),
    benefit(
        "benefit_claimed",
        _("Benefit claimed"),
        _(
            "Net benefit (gross benefit less the cost put in) of the claims submitted to finance. "
            "A benefit counts for at most twelve months and belongs, as a whole, to the period in which its effect "
            "starts, whenever it was claimed."
        ),
        Q(submitted_on__isnull=False),
        "net",
    ),
    benefit(
        "benefit_confirmed",
        _("Benefit confirmed"),
        _(
            "What finance confirmed of the benefit claimed, by its latest verdict. "
            "It belongs, as a whole, to the period in which its effect starts, whenever it was confirmed."
        ),
        Q(confirmed__isnull=False),
        "confirmed",
    ),
)
