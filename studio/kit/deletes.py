"""Deleting is for drafts that nothing refers to; everything else is cancelled or retired with a reason."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from studio.audit.errors import Refused
from studio.audit.flow import flow_of
from studio.audit.log import record as audit
from studio.kit.form_pages import why_locked
from studio.kit.pages import Page
from studio.links.actions import forget


def is_draft(record) -> bool:
    """Whether its state allows deleting: the first move's first source, or the model's ``draft_states``."""
    flow = flow_of(record)
    if flow is None:
        return True
    first = next(iter(flow.moves.values())).sources[:1]
    return getattr(record, flow.field) in getattr(record, "draft_states", first)


def why_kept(record) -> str:
    """Why the record cannot be deleted; empty when it can."""
    if not is_draft(record):
        return _("Only a draft can be deleted; cancel or retire it instead.")
    if any(model._base_manager.filter(**{name: record}).exists() for model, name in references(type(record))):
        return _("Other records refer to it; cancel or retire it instead.")
    return ""


def references(model):
    """Every foreign key that leads to ``model``, hidden ones too; its own many-to-many rows are no references."""
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and not relation.many_to_many:
            other = relation.related_model
            if not other._meta.auto_created:
                yield other, relation.field.name


def delete_record(record, actor) -> None:
    """Delete ``record`` for good and note it; raises ``Refused`` when it must stay. Needs a transaction."""
    record = type(record)._base_manager.select_for_update().get(pk=record.pk)
    if refused := why_locked(record, actor) or why_kept(record):
        raise Refused(refused)
    audit(actor, "delete", record)
    forget(record)
    record.delete()


class DeleteView(Page):
    """``…/<pk>/delete/``: GET asks, POST deletes.

    Where deleting has consequences, a subclass names ``action(record, actor)``, which calls ``delete_record`` itself.
    """

    action = staticmethod(delete_record)
    template_name = "pages/confirm.html"
    verb = "edit"

    def get(self, request, pk):
        return self._page(self._find(pk))

    def post(self, request, pk):
        record = self._find(pk)
        try:
            with transaction.atomic():
                self.action(record, self.person)
        except Refused as problem:
            return self._page(record, problem.text, problem.status)
        messages.success(request, _("Deleted."))
        return redirect(self.done_url(record))

    def done_url(self, record) -> str:
        """Where to go afterwards: the list."""
        return self.url("list")

    def _find(self, pk):
        record = self.record(pk)
        self.require(self.asked_permission, record)
        return record

    def _page(self, record, refused="", status=200):
        refused = refused or why_locked(record, self.person) or why_kept(record)
        return self.show(status, object=record, refused=refused, back=self.url("detail", pk=record.pk))
