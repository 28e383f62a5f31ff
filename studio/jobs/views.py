"""The list of jobs, and the page on which one watches a job being done."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from studio.audit.errors import Refused
from studio.jobs import actions
from studio.jobs.columns import job_columns
from studio.jobs.filters import JobFilters
from studio.jobs.models import Job
from studio.jobs.progress import progress_of
from studio.kit.lists import ListPage


class JobList(ListPage):
    """One's own jobs; lead, office and administrators see those of the studio."""

    columns = job_columns
    filters = JobFilters
    title = _("Jobs")
    purpose = _("Work that takes longer than a moment, such as a briefing, runs in the background and is listed here.")


@require_safe
def job_detail(request, pk):
    """Steps, time and result of one job."""
    return render(request, "jobs/job_detail.html", shown(request, pk))


@require_safe
def job_progress(request, pk):
    """The part of the page that renews itself every second; at the end it has the whole page loaded again."""
    context = shown(request, pk)
    response = render(request, "jobs/progress.html", context)
    if not context["job"].is_under_way:
        response.headers["HX-Refresh"] = "true"
    return response


@require_POST
def job_cancel(request, pk):
    """Take the request back."""
    job = visible_job(request, pk)
    try:
        actions.cancel(job, request.user)
    except Refused as refused:
        if refused.status == 403:
            raise PermissionDenied(refused.text) from refused
        request.refused = True
        messages.error(request, refused.text)
    return redirect(job.get_absolute_url())


def visible_job(request, pk):
    """The job, when this person may see it; 404 otherwise."""
    visible = Job.objects.visible_to(request.user, request.studio)
    return get_object_or_404(visible.select_related("actor", "studio"), pk=pk)


def shown(request, pk) -> dict:
    """What both the page and its renewing part show."""
    job = visible_job(request, pk)
    may_cancel = job.is_under_way and not job.cancel_requested_at and request.user.has_perm("jobs.cancel", job)
    return {"job": job, "progress": progress_of(job), "may_cancel": may_cancel}
