"""Long exports run in the background."""

from django.http import QueryDict
from django.urls import resolve
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from studio.jobs.registry import job
from studio.kit.exporting import WRITERS, note
from studio.kit.selection import Selection
from studio.kit.addresses import studio_reverse


@job("kit.export", label=_("Export a list"), permission="home.view", steps=[("write", _("Write the file"))])
def run_export(run, *, list, query, format, language) -> dict:
    """Write the rows that the list shows its asker at this moment, under the rights of this moment."""
    asked = run.job
    page = resolve(studio_reverse(asked.studio, f"{list}_list")).func.view_class(route=list)
    page.studio, page.person, page.model = asked.studio, asked.actor, page.record_model()
    with translation.override(language):
        page.require(page.asked_permission, page.studio)
        selection = Selection(page, QueryDict(query))
        run.step("write")
        total = selection.rows.order_by().count()
        target = run.temporary(f"export.{format}")
        with target.open("wb") as stream:
            count = WRITERS[format](stream, selection, lambda done: run.progress(done, total))
    return _keep(run, page, target, format, count)


def _keep(run, page, target, format, count) -> dict:
    from studio.files.actions import attach
    from studio.kit.exporting import file_name

    with run.fence():
        kept = attach(run.job, "export", target, run.job.actor, name=file_name(page, format))
        note(page, format, count)
    return {"url": kept.get_absolute_url(), "rows": count}
