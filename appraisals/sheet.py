"""The forms of two sheets of a batch: the scores, and the answers to applications."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from appraisals.answers import ACCEPT, DECLINE, Answer, unanswered
from appraisals.choices import Test
from appraisals.conflicts import why_not_score
from appraisals.models.score import HIGHEST
from appraisals.scores import Entry, rows_of, score_of
from studio.kit.sheets import SheetForm, SheetLine

ANSWERS = [
    ("", _("later")),
    (ACCEPT, pgettext_lazy("appraisal", "Accept")),
    (DECLINE, pgettext_lazy("appraisal", "Decline")),
]


def score_input(label):
    """A score, with whole numbers and halves a step away and two places allowed."""
    return forms.DecimalField(
        label=label,
        required=False,
        min_value=0,
        max_value=HIGHEST,
        max_digits=5,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
    )


class PersonLine(SheetLine):
    """A line about one candidate."""

    @property
    def name(self) -> str:
        return str(self.row.person)

    @property
    def beneath(self) -> list[str]:
        unit = self.row.person.unit
        return [str(unit), *super().beneath] if unit else super().beneath


class ScoresOfOne(PersonLine):
    """What both kinds of score line share."""

    @staticmethod
    def saved(row) -> dict:
        score = score_of(row)
        return {name: getattr(score, name) for test in row.batch.tests for name in (test, f"{test}_absent")}

    def said(self) -> str:
        score = score_of(self.row)
        parts = (_("absent") if line.absent else line.score for line in score.lines())
        return " · ".join("—" if part is None else str(part) for part in parts)

    def clean(self):
        """Who was absent has no score."""
        values = super().clean()
        for test in self.row.batch.tests:
            if values.get(test) is not None and values.get(f"{test}_absent"):
                self.add_error(test, pgettext_lazy("appraisal", "Who was absent has no score."))
        return values

    @property
    def entry(self) -> Entry:
        """The cleaned line."""
        tests = self.row.batch.tests
        scores = {test: self.cleaned_data[test] for test in tests}
        return Entry(self.row.pk, scores, frozenset(test for test in tests if self.cleaned_data[f"{test}_absent"]))


class ScoreLine(ScoresOfOne):
    """Below technician: first what is typed, then who was absent."""

    theory = score_input(_("Theory"))
    practical = score_input(_("Practical"))
    theory_absent = forms.BooleanField(label=_("Absent: theory"), required=False)
    practical_absent = forms.BooleanField(label=_("Absent: practical"), required=False)


class ReviewedScoreLine(ScoresOfOne):
    """From technician upward, with the comprehensive review."""

    theory = score_input(_("Theory"))
    practical = score_input(_("Practical"))
    review = score_input(pgettext_lazy("appraisal", "Review"))
    theory_absent = forms.BooleanField(label=_("Absent: theory"), required=False)
    practical_absent = forms.BooleanField(label=_("Absent: practical"), required=False)
    review_absent = forms.BooleanField(label=_("Absent: review"), required=False)


class ScoreSheetForm(SheetForm):
    """All accepted candidates of a batch; lines the person may not score are locked, with the reason."""

    head = _("Candidate")
    empty = _("No candidate is accepted.")

    def __init__(self, data=None, *, record, **kwargs):
        self.line_class = ReviewedScoreLine if Test.REVIEW in record.tests else ScoreLine
        super().__init__(data, record=record, **kwargs)

    def rows(self, record):
        return rows_of(record)

    def why_locked(self, row) -> str:
        return why_not_score(self.person, row) or ""

    @property
    def values(self) -> dict:
        """What the action takes."""
        return {"entries": [line.entry for line in self.open_lines], "version": self.cleaned_data["version"]}


class AnswerLine(PersonLine):
    """The answer to one application."""

    answer = forms.ChoiceField(label=_("Answer"), choices=ANSWERS, required=False)
    reason = forms.CharField(label=_("Reason"), required=False, max_length=1000)

    @staticmethod
    def saved(row) -> dict:
        return {"answer": "", "reason": ""}

    @property
    def beneath(self) -> list[str]:
        came = self.row.get_route_display()
        by = f"{came}: {self.row.nominated_by}" if self.row.nominated_by else came
        return [*super().beneath, f"{by} · {self.row.applied_on}"]

    def clean(self):
        """A refusal is explained to the person."""
        values = super().clean()
        if values.get("answer") == DECLINE and not (values.get("reason") or "").strip():
            self.add_error("reason", _("Give a reason; the person reads it."))
        return values


class AnswerSheetForm(SheetForm):
    """The applications of a batch that wait for an answer."""

    line_class = AnswerLine
    head = _("Applicant")
    empty = _("No application waits for an answer.")

    def rows(self, record):
        return unanswered(record)

    def why_locked(self, row) -> str:
        return _("Your own application is left to somebody else.") if row.is_own(self.person) else ""

    @property
    def values(self) -> dict:
        """What the action takes."""
        given = [(line, line.cleaned_data) for line in self.open_lines]
        return {"answers": [Answer(line.row.pk, one["answer"], one["reason"]) for line, one in given if one["answer"]]}
