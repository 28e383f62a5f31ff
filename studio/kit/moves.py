"""The page behind a state move: a form where one is needed, then the move."""

from uuid import uuid4

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from studio.audit.errors import Refused
from studio.audit.flow import flow_of
from studio.kit.forms import StudioForm, prepare
from studio.kit.pages import Page
from studio.kit.receipts import earlier, once


class MoveForm(StudioForm):
    """Base of the forms a ``Move(form=…)`` asks its data with; takes the record as ``record``.

    ::

        class HoldForm(MoveForm):
            held_on = forms.DateField(label=_("Held on"))

    The cleaned values reach the move's action by name.
    """

    form_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, record, reason=False, **kwargs):
        self.record = record
        kwargs["initial"] = {"version": getattr(record, "version", None), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        if reason:
            self.fields["reason"] = forms.CharField(
                label=gettext_lazy("Reason"),
                widget=forms.Textarea(attrs={"rows": 3}),
                max_length=1000,
                help_text=gettext_lazy("It is kept in the history."),
            )
            prepare(self)


class MoveView(Page):
    """``…/<pk>/move/<key>/``: GET asks, POST moves. A refusal is 409 and keeps what was typed."""

    template_name = "pages/form.html"
    move_key = ""

    def get(self, request, pk, move):
        record, move = self._find(pk, move)
        return self._page(record, move, self._form(record, move))

    def post(self, request, pk, move):
        if url := earlier(self.person, request.POST.get("form_key", "")):
            return redirect(url)
        record, move = self._find(pk, move)
        form = self._form(record, move, request.POST)
        if not form.is_valid():
            return self._page(record, move, form, status=422)
        values = dict(form.cleaned_data)
        key, version = values.pop("form_key", None), values.pop("version", None)
        reason = values.pop("reason", "")
        try:
            once(self.person, key, lambda: self._go(record, move, reason=reason, version=version, **values))
        except Refused as problem:
            if problem.status == 403:
                raise PermissionDenied(problem.text) from problem
            form.add_error(None, problem.text)
            return self._page(record, move, form, status=problem.status)
        messages.success(request, _("Done: %(move)s.") % {"move": move.label})
        return redirect(self.url("detail", pk=record.pk) or self.url("list"))

    def _go(self, record, move, **values) -> str:
        flow_of(record).go(record, move.key, self.person, **values)
        return self.url("detail", pk=record.pk)

    def _find(self, pk, key):
        record = self.record(pk)
        flow = flow_of(record)
        if flow is None or key not in flow.moves:
            raise Http404
        move = flow.moves[key]
        self.require(move.permission, record)
        return record, move

    def _form(self, record, move, data=None):
        form_class = move.form or MoveForm
        return form_class(data, studio=self.studio, person=self.person, record=record, reason=move.reason)

    def _page(self, record, move, form, status=200):
        return self.show(
            status,
            form=form,
            object=record,
            move=move,
            title=move.label,
            back=self.url("detail", pk=record.pk),
            locked="",
        )
