"""The sheets of an event: scores by its judges, results told by an organiser elsewhere, awards of our own events."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from competitions.awards import FIELDS
from competitions.choices import Award, CompetitionLevel, EventState
from competitions.marking import Score, conflict
from competitions.models import Mark
from studio.core.text import listed
from studio.kit.sheets import SheetForm, SheetLine

NO_AWARD = [("", "—"), *Award.choices]
NO_TITLE = [("", "—"), *CompetitionLevel.choices]


def score_field(label):
    return forms.DecimalField(
        label=label,
        required=False,
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"step": "0.01", "inputmode": "decimal"}),
    )


class EntryLine(SheetLine):
    """A line about one entry."""

    @property
    def name(self) -> str:
        return str(self.row)

    @property
    def beneath(self) -> list[str]:
        """The people of a team, or the unit of who stands alone."""
        if self.row.team_name:
            return [listed(self.row.people), *super().beneath]
        units = [str(one.person.unit) for one in self.row.entrants.all() if one.person_id and one.person.unit_id]
        return [*units, *super().beneath]


class ScoreLine(EntryLine):
    """A judge's line: a score, or absent."""

    score = score_field(pgettext_lazy("competition", "Score"))
    absent = forms.BooleanField(label=pgettext_lazy("competition", "Absent"), required=False)

    @staticmethod
    def saved(row) -> dict:
        mark = getattr(row, "mark", None)
        return {"score": mark and mark.score, "absent": row.absent}

    def clean(self):
        values = super().clean()
        if values.get("absent") and values.get("score") is not None:
            self.add_error("score", _("Who was absent has no score."))
        return values

    def said(self) -> str:
        return str(pgettext_lazy("competition", "absent")) if self.row.absent else super().said()


class ScoreSheet(SheetForm):
    """The score sheet of one of our own events; lines that a judge leaves to another one are locked and say why."""

    line_class = ScoreLine
    head = pgettext_lazy("competition", "Entry")
    empty = _("Nobody is entered yet.")

    def rows(self, record):
        return record.entries.for_sheet()

    def why_locked(self, row) -> str:
        return conflict(self.person, row) or ""

    @property
    def scores(self) -> list[Score]:
        """What the action takes."""
        return [Score(one.row.pk, one.cleaned_data["score"], one.cleaned_data["absent"]) for one in self.open_lines]


class ResultLine(EntryLine):
    """What an organiser elsewhere told of one entry."""

    score = score_field(pgettext_lazy("competition", "Score"))
    rank = forms.IntegerField(label=_("Rank"), required=False, min_value=1, max_value=9999)
    award = forms.ChoiceField(label=_("Award"), required=False, choices=NO_AWARD)
    awarded_on = forms.DateField(
        label=_("Awarded on"), required=False, widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    expert_level = forms.ChoiceField(label=_("Technical expert"), required=False, choices=NO_TITLE)
    absent = forms.BooleanField(label=pgettext_lazy("competition", "Absent"), required=False)

    @staticmethod
    def saved(row) -> dict:
        result = getattr(row, "result", None)
        known = {name: getattr(result, name) if result else None for name in FIELDS}
        return {
            **known,
            "award": known["award"] or "",
            "expert_level": known["expert_level"] or "",
            "absent": row.absent,
        }

    def clean(self):
        """An award counts on its day, which is the event's unless told otherwise."""
        values = super().clean()
        told = [name for name in FIELDS if values.get(name) not in (None, "")]
        if values.get("absent") and told:
            self.add_error(told[0], _("Who was absent has no result."))
        prized = values.get("award") or values.get("expert_level")
        if prized and not values.get("awarded_on") and "awarded_on" not in self.errors:
            values["awarded_on"] = self.row.event.held_on
        elif values.get("awarded_on") and not prized:
            self.add_error("awarded_on", _("Say which award or title was given on this day."))
        return values


class ResultSheet(SheetForm):
    """The result sheet of an event held elsewhere; nobody fills in their own line."""

    line_class = ResultLine
    wide = True
    head = pgettext_lazy("competition", "Entry")
    empty = _("Nobody is entered yet.")

    def rows(self, record):
        return record.entries.for_sheet()

    def why_locked(self, row) -> str:
        mine = any(one.person_id == self.person.pk for one in row.entrants.all())
        return _("Your own line is left to somebody else.") if mine else ""

    @property
    def results(self) -> list[dict]:
        """What the action takes."""
        return [{"entry": line.row.pk, **line.cleaned_data} for line in self.open_lines]


class AwardLine(SheetLine):
    """The award of one mark."""

    award = forms.ChoiceField(label=_("Award"), required=False, choices=NO_AWARD)

    @staticmethod
    def saved(row) -> dict:
        return {"award": row.award}

    @property
    def name(self) -> str:
        return str(self.row.entry)

    @property
    def beneath(self) -> list[str]:
        told = _("Rank %(rank)s · score %(score)s") % {"rank": self.row.rank, "score": self.row.score}
        return [str(told), *super().beneath]


class AwardSheet(SheetForm):
    """The awards of one of our own events, in the order of the ranks."""

    line_class = AwardLine
    head = pgettext_lazy("competition", "Entry")

    def __init__(self, *args, record, **kwargs):
        kwargs.setdefault("reason", record.state == EventState.PUBLISHED)
        super().__init__(*args, record=record, **kwargs)

    def rows(self, record):
        marks = Mark.objects.filter(entry__event=record).select_related("entry")
        return marks.prefetch_related("entry__entrants__person").order_by("rank", "pk")

    def why_locked(self, row) -> str:
        mine = any(one.person_id == self.person.pk for one in row.entry.entrants.all())
        return _("Your own line is left to somebody else.") if mine else ""

    @property
    def awards(self) -> dict:
        """What the action takes."""
        return {line.row.pk: line.cleaned_data["award"] for line in self.open_lines}
