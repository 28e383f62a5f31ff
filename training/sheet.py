"""The form of a session's sign-in sheet: one line per person enrolled."""

from django import forms
from django.utils.translation import gettext_lazy as _

from studio.kit.moves import MoveForm
from studio.kit.sheets import SheetForm as KitSheetForm
from studio.kit.sheets import SheetLine
from studio.organisation.naming import PEOPLE_HELP, people_named
from training.choices import RECORDED, AttendanceStatus
from training.results import Entry

STATUSES = [(AttendanceStatus.ENROLLED.value, _("no entry yet")), *((one.value, one.label) for one in RECORDED)]
VERDICTS = [("", _("by the score")), ("True", _("passed")), ("False", _("not passed"))]


def verdict(text: str) -> bool | None:
    return {"True": True, "False": False}.get(text)


class PeopleForm(MoveForm):
    """People to enrol, as a list is pasted or typed."""

    people = forms.CharField(label=_("People"), widget=forms.Textarea(attrs={"rows": 8}), help_text=PEOPLE_HELP)

    def clean_people(self):
        return people_named(self.cleaned_data["people"], self.studio)


class LineForm(SheetLine):
    """What the sheet says of one person."""

    status = forms.ChoiceField(label=_("Attendance"), choices=STATUSES)
    score = forms.DecimalField(
        label=_("Score"),
        required=False,
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        widget=forms.NumberInput(attrs={"step": "0.5", "inputmode": "decimal"}),
    )
    passed = forms.TypedChoiceField(
        label=_("Passed"), required=False, choices=VERDICTS, coerce=verdict, empty_value=None
    )

    @staticmethod
    def saved(row) -> dict:
        return {"status": row.status, "score": row.score, "passed": "" if row.passed is None else str(row.passed)}

    @property
    def name(self) -> str:
        return str(self.row.person)

    @property
    def beneath(self) -> list[str]:
        unit = self.row.person.unit
        return [str(unit), *super().beneath] if unit else super().beneath

    def clean(self):
        """Who has a result was there."""
        values = super().clean()
        if values.get("score") is None and values.get("passed") is None:
            return values
        if values.get("status") == AttendanceStatus.ENROLLED:
            values["status"] = AttendanceStatus.PRESENT
        elif values.get("status") != AttendanceStatus.PRESENT:
            self.add_error("score", _("Only who was present has a result."))
        return values

    def said(self) -> str:
        return " ".join(str(part) for part in (self.row.get_status_display(), self.row.score) if part is not None)

    def differs(self) -> bool:
        now, typed = self.row, self.entry
        return (now.status, now.score, now.passed) != (typed.status, typed.score, typed.passed)

    @property
    def entry(self) -> Entry:
        """The cleaned line."""
        values = self.cleaned_data
        return Entry(self.row.pk, values["status"], values["score"], values["passed"])


class SheetForm(KitSheetForm):
    """The whole sheet; lines of the person who fills it in are locked."""

    line_class = LineForm
    empty = _("Nobody is enrolled yet. Name above who came.")

    rest_present = forms.BooleanField(label=_("Everybody without an entry was present"), required=False)
    also_present = forms.CharField(
        label=_("Also present, without enrolment"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=PEOPLE_HELP,
    )

    def rows(self, record):
        return record.attendances.select_related("person__unit").order_by("person__sort_key", "pk")

    def why_locked(self, row) -> str:
        return _("Your own line is left to somebody else.") if row.is_own(self.person) else ""

    def clean_also_present(self):
        return people_named(self.cleaned_data["also_present"], self.studio)

    @property
    def values(self) -> dict:
        """What the action takes."""
        given = self.cleaned_data
        return {
            "entries": [line.entry for line in self.open_lines],
            "version": given["version"],
            "also_present": given["also_present"],
            "rest_present": given["rest_present"],
        }
