"""A sheet: one form with a line for each of a record's rows, saved in one go and guarded by the record's version."""

from django import forms
from django.utils.translation import gettext_lazy as _

from studio.core.text import labelled
from studio.kit.moves import MoveForm

LOOKS = {forms.CheckboxInput: "form-check-input", forms.Select: "form-select"}


class SheetLine(forms.Form):
    """What a sheet says of one row; a subclass declares the fields, which are the sheet's columns.

    ::

        class MarkLine(SheetLine):
            score = forms.DecimalField(label=_("Score"), required=False)

            @staticmethod
            def saved(row):
                return {"score": row.score}

    ``name`` is what stands in the first column, ``beneath`` the small print under it, ``locked`` why the person
    leaves this line to somebody else.
    """

    def __init__(self, data, *, row, locked=""):
        self.row, self.locked = row, locked
        super().__init__(data, prefix=f"line-{row.pk}", initial=self.saved(row))
        for field in self.fields.values():
            field.disabled = bool(locked)
            look = LOOKS.get(type(field.widget), "form-control")
            field.widget.attrs |= {"class": look, "aria-label": labelled(field.label, self.name)}

    @staticmethod
    def saved(row) -> dict:
        """The row's values by field, as a form shows them."""
        raise NotImplementedError

    @property
    def name(self) -> str:
        """Who or what the line is about."""
        return str(self.row)

    @property
    def beneath(self) -> list[str]:
        """Small print under the name."""
        return [str(self.locked)] if self.locked else []

    def said(self) -> str:
        """The row's saved values in words."""
        values = (value for value in self.saved(self.row).values() if value not in (None, "", False))
        return " ".join(str(value) for value in values) or "—"

    def differs(self) -> bool:
        """Whether what was typed is not what the row now holds."""
        return any(self.cleaned_data.get(name) != value for name, value in self.saved(self.row).items())

    def mark_conflict(self) -> None:
        """Mark the line when its row now says something else."""
        if self.differs():
            self.add_error(next(iter(self.fields)), _("Saved by somebody else: %(saved)s.") % {"saved": self.said()})


class SheetForm(MoveForm):
    """The whole sheet; a subclass says which rows it has and may add fields of its own, which stand above the lines.

    The page's template is ``pages/sheet.html``.
    """

    line_class = SheetLine
    head = _("Person")
    wide = False  # for many columns: the sheet takes the whole width
    empty = _("Nothing to fill in yet.")

    def __init__(self, data=None, *, record, person, **kwargs):
        super().__init__(data, record=record, person=person, **kwargs)
        self.lines = [self.line_class(data, row=row, locked=self.why_locked(row)) for row in self.rows(record)]
        self.heads = [field.label for field in self.line_class.base_fields.values()]

    def rows(self, record):
        """The rows of ``record``, in the order of the sheet."""
        raise NotImplementedError

    def why_locked(self, row) -> str:
        """Why the person who fills in the sheet leaves this line to somebody else; empty when it is open."""
        return ""

    def is_valid(self):
        """Every line is asked, so that each shows its errors."""
        invalid = [line for line in self.lines if not line.is_valid()]
        valid = super().is_valid()
        if invalid:
            self.add_error(None, _("Some lines need mending; each says why."))
        return valid and not invalid

    def mark_conflict(self, current) -> None:
        """Say what somebody else saved meanwhile; sending the sheet again then overwrites it knowingly."""
        for line in self.lines:
            line.mark_conflict()
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(current.version)
        self.add_error(None, _("Somebody else saved this sheet meanwhile. Compare the marked lines, then save again."))

    @property
    def open_lines(self):
        """The lines that the person may fill in."""
        return [line for line in self.lines if not line.locked]
