"""The form of a session's sign-in sheet: one line per person enrolled."""

from django import forms
from django.utils.translation import gettext_lazy as _

from studio.core.text import labelled
from studio.kit.moves import MoveForm
from training.choices import RECORDED, AttendanceStatus
from training.people import people_named
from training.results import Entry

STATUSES = [(AttendanceStatus.ENROLLED.value, _("no entry yet")), *((one.value, one.label) for one in RECORDED)]
VERDICTS = [("", _("by the score")), ("True", _("passed")), ("False", _("not passed"))]
PEOPLE_HELP = _("One a line: employee number or full name.")


def verdict(text: str) -> bool | None:
    return {"True": True, "False": False}.get(text)


class PeopleForm(MoveForm):
    """People to enrol, as a list is pasted or typed."""

    people = forms.CharField(label=_("People"), widget=forms.Textarea(attrs={"rows": 8}), help_text=PEOPLE_HELP)

    def clean_people(self):
        return people_named(self.cleaned_data["people"], self.studio)


class LineForm(forms.Form):
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

    def __init__(self, data, *, attendance, locked):
        self.attendance, self.locked = attendance, locked
        initial = {"status": attendance.status, "score": attendance.score, "passed": attendance.passed}
        initial["passed"] = "" if attendance.passed is None else str(attendance.passed)
        super().__init__(data, prefix=f"line-{attendance.pk}", initial=initial)
        for field in self.fields.values():
            field.disabled = locked
            look = "form-select" if isinstance(field, forms.ChoiceField) else "form-control"
            field.widget.attrs |= {"class": look, "aria-label": labelled(field.label, attendance.person)}

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

    def mark_conflict(self) -> None:
        """Mark the line when its attendance now says something else."""
        now, typed = self.attendance, self.entry
        if (now.status, now.score, now.passed) != (typed.status, typed.score, typed.passed):
            saved = " ".join(str(part) for part in (now.get_status_display(), now.score) if part is not None)
            self.add_error("status", _("Saved by somebody else: %(saved)s.") % {"saved": saved})

    @property
    def entry(self) -> Entry:
        """The cleaned line."""
        values = self.cleaned_data
        return Entry(self.attendance.pk, values["status"], values["score"], values["passed"])


class SheetForm(MoveForm):
    """The whole sheet; lines of the person who fills it in are locked."""

    rest_present = forms.BooleanField(label=_("Everybody without an entry was present"), required=False)
    also_present = forms.CharField(
        label=_("Also present, without enrolment"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=PEOPLE_HELP,
    )

    def __init__(self, data=None, *, record, person, **kwargs):
        super().__init__(data, record=record, person=person, **kwargs)
        rows = record.attendances.select_related("person__unit").order_by("person__sort_key", "pk")
        self.lines = [LineForm(data, attendance=row, locked=row.is_own(person)) for row in rows]

    def clean_also_present(self):
        return people_named(self.cleaned_data["also_present"], self.studio)

    def is_valid(self):
        invalid = [line for line in self.lines if not line.is_valid()]  # all of them, so that each shows its errors
        return super().is_valid() and not invalid

    def mark_conflict(self, current) -> None:
        """Say what somebody else saved meanwhile; sending the sheet again then overwrites it knowingly."""
        for line in self.lines:
            line.mark_conflict()
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(current.version)
        self.add_error(None, _("Somebody else saved this sheet meanwhile. Compare the marked lines, then save again."))

    @property
    def values(self) -> dict:
        """What the action takes."""
        given = self.cleaned_data
        return {
            "entries": [line.entry for line in self.lines if not line.locked],
            "version": given["version"],
            "also_present": given["also_present"],
            "rest_present": given["rest_present"],
        }
