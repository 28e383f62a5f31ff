"""A page that does one thing to a record: asked with a form, then done."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.kit.moves import MoveForm
from studio.kit.pages import Page
from studio.kit.receipts import once
from studio.organisation.records import StaleRecord


class ActPage(Page):
    """GET asks, POST acts; a refusal is told above the form and keeps what was typed.

    ::

        class EnrolPage(ActPage):
            model = Session
            permission = "training.enrol"
            label = _("Enrol")

            def act(self, record, form):
                actions.enrol(record, self.person)

    A form that reads the record's state in ``mark_conflict`` is told when somebody else saved meanwhile.
    """

    form_class = MoveForm
    label = ""
    tone = "primary"
    intro = ""
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
        return record.get_absolute_url()

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
