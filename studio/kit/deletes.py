"""Deleting is for drafts that nothing refers to; everything else is cancelled or retired with a reason."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect
from django.utils.translation import gettext as _

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


class DeleteView(Page):
    """``…/<pk>/delete/``: GET asks, POST deletes."""

    template_name = "pages/confirm.html"
    verb = "edit"

    def get(self, request, pk):
        return self._page(self._find(pk))

    def post(self, request, pk):
        record = self._find(pk)
        with transaction.atomic():
            record = type(record)._base_manager.select_for_update().get(pk=record.pk)
            refused = why_locked(record, self.person) or why_kept(record)
            if not refused:
                audit(self.person, "delete", record)
                forget(record)
                record.delete()
        if refused:
            return self._page(record, status=409)
        messages.success(request, _("Deleted."))
        return redirect(self.done_url(record))

    def done_url(self, record) -> str:
        """Where to go afterwards: the list."""
        return self.url("list")

    def _find(self, pk):
        record = self.record(pk)
        self.require(self.asked_permission, record)
        return record

    def _page(self, record, status=200):
        refused = why_locked(record, self.person) or why_kept(record)
        return self.show(status, object=record, refused=refused, back=self.url("detail", pk=record.pk))
