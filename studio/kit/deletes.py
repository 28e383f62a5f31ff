"""Deleting is for drafts that nothing refers to; everything else is cancelled or retired with a reason."""

from django.contrib import messages
from django.db import router, transaction
from django.db.models import ProtectedError, RestrictedError
from django.db.models.deletion import Collector
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from studio.audit.flow import flow_of
from studio.audit.log import record as audit
from studio.kit.form_pages import why_locked
from studio.kit.pages import Page


def why_kept(record) -> str:
    """Why the record cannot be deleted; empty when it can.

    With a flow, only its first state (the first move's first source) is a draft; ``draft_states`` on the model
    says otherwise.
    """
    flow = flow_of(record)
    if flow is not None:
        first = next(iter(flow.moves.values())).sources[:1]
        if getattr(record, flow.field) not in getattr(record, "draft_states", first):
            return _("Only a draft can be deleted; cancel or retire it instead.")
    collector = Collector(using=router.db_for_write(type(record)))
    try:
        collector.collect([record])
    except (ProtectedError, RestrictedError):
        return _("Other records refer to it; cancel or retire it instead.")
    touched = sum(len(rows) for rows in collector.data.values()) + sum(
        rows.count() for rows in collector.fast_deletes if rows.model is not type(record)
    )
    return _("Other records belong to it; delete those first.") if touched > 1 else ""


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
                record.delete()
        if refused:
            return self._page(record, status=409)
        messages.success(request, _("Deleted."))
        return redirect(self.url("list"))

    def _find(self, pk):
        record = self.record(pk)
        self.require(self.asked_permission, record)
        return record

    def _page(self, record, status=200):
        refused = why_locked(record, self.person) or why_kept(record)
        return self.show(status, object=record, refused=refused, back=self.url("detail", pk=record.pk))
