"""Long exports run in the background."""

from django.core.exceptions import PermissionDenied
from django.http import QueryDict
from django.urls import resolve
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from studio.files.actions import attach
from studio.jobs.errors import JobFailed
from studio.jobs.registry import job
from studio.kit.addresses import studio_reverse
from studio.kit.exporting import WRITERS, fetch, file_name, note
from studio.kit.models import Export
from studio.kit.selection import Selection


@job("kit.export", label=_("Export a list"), permission="jobs.view", steps=[("write", _("Write the file"))])
def run_export(run, *, route, query, format, language):
    """Write the rows that the list would show its asker now, under the rights of now."""
    page = resolve(studio_reverse(run.studio, f"{route}_list")).func.view_class(route=route)
    page.studio, page.person, page.model = run.studio, run.actor, page.record_model()
    run.step("write")
    target = run.temporary(file_name(page, format))
    try:
        page.require(page.asked_permission, page.studio)
        with translation.override(language), target.open("wb") as stream:
            selection = Selection(page, QueryDict(query))
            total = selection.rows.order_by().count()
            lines = fetch(selection, lambda done: run.progress(done, total))
            count = WRITERS[format](stream, selection.table.cells, lines)
    except PermissionDenied as problem:
        raise JobFailed(_("The right to see this list is gone.")) from problem
    with run.fence() as result:
        kept = Export.objects.create(studio=run.studio, by=run.actor, permission=page.asked_permission, rows=count)
        file = attach(kept, "list", target, run.actor, name=target.name)
        note(page, format, count)
        result |= {"url": file.get_absolute_url(), "rows": count}
