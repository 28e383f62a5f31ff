"""Pages that create and change a record."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from studio.audit.errors import Refused
from studio.audit.log import record as audit
from studio.kit.pages import Page
from studio.kit.receipts import earlier, once
from studio.organisation.access import refusal
from studio.organisation.records import StaleRecord


class FormPage(Page):
    """The page of a form, for a new record and for changing one.

    ::

        class SessionPage(FormPage):
            form_class = SessionForm
            title_new = _("Plan a session")
            create_action = staticmethod(actions.plan_session)     # (actor, studio, **values) -> record
            update_action = staticmethod(actions.change_session)   # (record, actor, **values) -> record

    Without actions the form saves the record and one audit row. ``creates`` or ``updates`` = False drops that page.
    ``initial_from`` names query parameters that prefill fields of a new record: ``?course=12``.
    A model may say ``why_locked(person)`` (a text or ``None``): such a record cannot be changed now. Where it is
    changed on another record's page instead, its ``changed_at(person)`` gives that record.
    """

    form_class = None
    creates = updates = True
    create_action = update_action = None
    title_new = gettext_lazy("New")
    title_edit = gettext_lazy("Edit")
    intro = ""
    initial_from = ()
    template_name = "pages/form.html"
    verb = "edit"
    locked = ""

    @classmethod
    def record_model(cls):
        return cls.form_class.Meta.model

    def get(self, request, pk=None):
        return self._page(self._form(pk))

    def post(self, request, pk=None):
        if url := earlier(self.person, request.POST.get("form_key", "")):
            return redirect(url)
        form = self._form(pk, request.POST, request.FILES)
        if self.locked:
            return self._page(form, status=409)
        if not form.is_valid():
            return self._page(form, status=409 if form.is_stale else 422)
        try:
            url = once(self.person, form.cleaned_data.get("form_key"), lambda: self._save(form, pk))
        except Refused as problem:
            if problem.status == 403 and pk is not None:
                raise PermissionDenied(problem.text) from problem
            form.add_error(None, problem.text)
            return self._page(form, status=problem.status)
        except StaleRecord:
            form.mark_conflict(self.record(pk))
            return self._page(form, status=409)
        except IntegrityError:
            form.add_error(None, _("This contradicts another record, saved in the same moment. Check and save again."))
            return self._page(form, status=409)
        messages.success(request, _("Saved."))
        return redirect(url)

    def done_url(self, record) -> str:
        """Where to go after saving: the record's page, else the list."""
        return self.url("detail", pk=record.pk) or self.url("list")

    def _form(self, pk, *data):
        kwargs = {"studio": self.studio, "person": self.person}
        if pk is None:
            if not self.may_add(self.asked_permission):
                raise PermissionDenied(refusal(self.asked_permission))
            self.object = None
            kwargs["initial"] = {name: self.request.GET[name] for name in self.initial_from if name in self.request.GET}
        else:
            kwargs["instance"] = self.object = self.record(pk)
            self.require(self.asked_permission, self.object)
            self.locked = why_locked(self.object, self.person)
        return self.form_class(*data, **kwargs)

    def _save(self, form, pk) -> str:
        """Inside the transaction: act, ask the right again for what came out, note it."""
        action = self.create_action if pk is None else self.update_action
        if action is None:
            record = form.save()
            audit(self.person, "create" if pk is None else "change", record, fields=form.changed_data)
        elif pk is None:
            record = action(self.person, self.studio, **form.values)
        else:
            record = action(self._fresh(form, pk), self.person, **form.values)
        if not self.person.has_perm(self.asked_permission, record):
            raise Refused(refusal(self.asked_permission), 403)
        return self.done_url(record)

    def _fresh(self, form, pk):
        fresh = self.model._base_manager.get(pk=pk)
        if "version" in form.cleaned_data and fresh.version != form.cleaned_data["version"]:
            raise StaleRecord
        return fresh

    def _instead(self):
        """The record on whose page a locked one is changed."""
        ask = getattr(self.object, "changed_at", None)
        return ask(self.person) if ask and self.locked else None

    def _page(self, form, status=200):
        return self.show(
            status,
            form=form,
            object=self.object,
            locked=self.locked,
            instead=self._instead(),
            title=self.title_edit if self.object else self.title_new,
            back=self.url("detail", pk=self.object.pk) if self.object else self.url("list"),
        )


def why_locked(record, person) -> str:
    """Why a record cannot be changed now, in the model's words; empty when it can."""
    ask = getattr(record, "why_locked", None)
    return str((ask and ask(person)) or "")
