"""Pages that act on one session: enrol, withdraw, enrol others, fill in the attendance sheet."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from studio.audit.errors import Refused
from studio.kit.addresses import studio_reverse
from studio.kit.moves import MoveForm
from studio.kit.pages import Page
from studio.kit.receipts import once
from studio.organisation.records import StaleRecord
from training import actions
from training.models import Attendance, Session
from training.results import record_attendance
from training.sheet import PeopleForm, SheetForm


class ActPage(Page):
    """GET asks, POST acts; a refusal is told above the form and keeps what was typed."""

    model = Session
    form_class = MoveForm
    label = ""
    tone = "primary"
    template_name = "pages/form.html"

    def get(self, request, pk):
        record = self._find(pk)
        return self._page(record, self._form(record))

    def post(self, request, pk):
        record = self._find(pk)
        form = self._form(record, request.POST)
        if not form.is_valid():
            return self._page(record, form, status=422)
        done = self.done_url(record)
        try:
            once(self.person, form.cleaned_data["form_key"], lambda: self.act(record, form) or done)
        except Refused as problem:
            if problem.status == 403:
                raise PermissionDenied(problem.text) from problem
            form.add_error(None, problem.text)
            return self._page(record, form, status=problem.status)
        except StaleRecord:
            form.mark_conflict(self.record(pk))
            return self._page(record, form, status=409)
        messages.success(request, _("Saved."))
        return redirect(done)

    def act(self, record, form) -> None:
        """The change itself."""
        raise NotImplementedError

    def done_url(self, record) -> str:
        """Where to go afterwards."""
        return studio_reverse(self.studio, "training:session_detail", pk=record.pk)

    def _find(self, pk):
        record = self.record(pk)
        self.require(self.asked_permission, record)
        return record

    def _form(self, record, data=None):
        return self.form_class(data, studio=self.studio, person=self.person, record=record)

    def _page(self, record, form, status=200):
        return self.show(
            status,
            form=form,
            object=record,
            move={"label": self.label, "tone": self.tone},
            title=self.title or self.label,
            back=record.get_absolute_url(),
            locked="",
        )


class EnrolPage(ActPage):
    permission = "training.enrol"
    label = gettext_lazy("Enrol")

    def act(self, record, form):
        actions.enrol(record, self.person)


class EnrolPeoplePage(ActPage):
    permission = "training_results.edit"
    form_class = PeopleForm
    title, label = gettext_lazy("Enrol people"), gettext_lazy("Enrol")

    def act(self, record, form):
        actions.enrol_people(record, self.person, form.cleaned_data["people"])


class WithdrawPage(ActPage):
    model = Attendance
    permission = "training_results.view"
    label, tone = gettext_lazy("Withdraw the enrolment"), "danger"

    def act(self, record, form):
        actions.withdraw(record, self.person)

    def done_url(self, record) -> str:
        return record.session.get_absolute_url()


class SheetPage(ActPage):
    permission = "training_results.edit"
    form_class = SheetForm
    template_name = "training/sheet.html"
    title, label = gettext_lazy("Attendance sheet"), gettext_lazy("Save the sheet")

    def act(self, record, form):
        record_attendance(record, self.person, **form.values)
