"""The figures of skills competitions."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competitions.choices import Award, CompetitionKind, CompetitionLevel
from competitions.models import Competition, Entrant, Event, Result
from studio.indicators.registry import CountDistinct, Figure, figures

COMPETITIONS, EVENTS = "competitions:competition_list", "competitions:event_list"
ENTRANTS, RESULTS = "competitions:entrant_list", "competitions:result_list"
# People of ours who were not absent; team mates from elsewhere are not counted.
COMPETED = Q(person__isnull=False, entry__absent=False)


def held(key: str, kind: CompetitionKind, label, definition) -> Figure:
    """Competitions of one kind, by the day they were held."""
    return Figure(
        f"competitions.{key}",
        label=label,
        unit=pgettext_lazy("unit", "competitions"),
        definition=definition,
        kind="flow",
        model=Competition,
        where=Q(kind=kind),
        date="held_on",
        discipline="discipline",
        area="competitions",
        function="competitions",
        list=COMPETITIONS,
    )


def competing(key: str, label, unit, definition, **measured) -> Figure:
    """Something about the people who competed, by the day their event was held."""
    return Figure(
        f"competitions.{key}",
        label=label,
        unit=unit,
        definition=definition,
        kind="flow",
        model=Entrant,
        where=COMPETED,
        date="event__held_on",
        discipline="event__discipline",
        area="competitions",
        function="competitions",
        list=ENTRANTS,
        **measured,
    )


def awarded(key: str, label, definition, where: Q) -> Figure:
    """Awards of some kind, by the day they were given; a team's award counts once."""
    return Figure(
        f"competitions.{key}",
        label=label,
        unit=pgettext_lazy("unit", "awards"),
        definition=definition,
        kind="flow",
        model=Result,
        where=~Q(award="") & where,
        date="awarded_on",
        discipline="entry__event__discipline",
        area="competition_results",
        function="competitions",
        list=RESULTS,
    )


AWARDS_BY_LEVEL = {
    CompetitionLevel.NATIONAL: (_("National awards"), _("Awards of competitions of national level.")),
    CompetitionLevel.PROVINCIAL: (_("Provincial awards"), _("Awards of competitions of provincial level.")),
    CompetitionLevel.TRADE: (_("Trade awards"), _("Awards of competitions of a trade association.")),
    CompetitionLevel.CITY: (_("City awards"), _("Awards of competitions of city level.")),
    CompetitionLevel.COMPANY: (_("Company awards"), _("Awards of competitions of company level.")),
    CompetitionLevel.STUDIO: (_("Studio awards"), _("Awards of competitions of the studio itself.")),
}
AWARDS_BY_KIND = {
    Award.FIRST: (_("First prizes"), _("First prizes of all levels.")),
    Award.SECOND: (_("Second prizes"), _("Second prizes of all levels.")),
    Award.THIRD: (_("Third prizes"), _("Third prizes of all levels.")),
    Award.EXCELLENCE: (_("Excellence awards"), _("Excellence awards of all levels.")),
}

figures.declare(
    held(
        "organised",
        CompetitionKind.ORGANISED,
        _("Competitions organised"),
        _("Competitions that the studio itself organised, by the day they were held."),
    ),
    held(
        "attended",
        CompetitionKind.ATTENDED,
        _("Competitions attended"),
        _("Competitions held elsewhere that people of the studio attended, by the day they were held."),
    ),
    Figure(
        "competitions.events",
        label=_("Events held"),
        unit=pgettext_lazy("competition", "events"),
        definition=_("Events of competitions, organised or attended, by the day they were held."),
        kind="flow",
        model=Event,
        date="held_on",
        discipline="discipline",
        area="competitions",
        function="competitions",
        list=EVENTS,
    ),
    competing(
        "entrants",
        _("Entrants"),
        pgettext_lazy("unit", "person-times"),
        _(
            "People of ours who competed, added over the events held in the period: who competed twice counts twice. "
            "Who was absent and team mates from elsewhere do not count."
        ),
    ),
    competing(
        "people",
        _("People who competed"),
        pgettext_lazy("unit", "people"),
        _(
            "Different people of ours who competed in at least one event held in the period. Disciplines do not add "
            "up: who competed in two counts in both, and once in the total."
        ),
        measure=CountDistinct("person"),
    ),
    awarded(
        "awards",
        _("Awards"),
        _("Awards won in organised and attended competitions, by the day they were given. A team's award counts once."),
        Q(),
    ),
    *(
        awarded(f"awards_{level.value}", label, definition, Q(entry__event__competition__level=level.value))
        for level, (label, definition) in AWARDS_BY_LEVEL.items()
    ),
    *(
        awarded(f"awards_{award.value}", label, definition, Q(award=award.value))
        for award, (label, definition) in AWARDS_BY_KIND.items()
    ),
)
