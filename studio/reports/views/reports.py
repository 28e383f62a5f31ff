"""Past reports, asking for one, and the page of one."""

import json

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from disciplines.models import Discipline
from studio.audit.errors import Refused
from studio.core.periods import InvalidPeriod, Period
from studio.kit.lists import ListPage
from studio.kit.pages import Page
from studio.kit.scope import scope_of

from .. import actions, texts
from ..choices import Format, Language
from ..columns import report_columns
from ..comparing import comparable, compare
from ..filters import ReportFilters
from ..forms import AskForm
from ..live import live_document
from ..models import Report
from ..registry import chapters_of, reports

MOST_OFFERED = 50


class ReportList(ListPage):
    """Every report made so far that the person may read."""

    columns, filters, period_field = report_columns, ReportFilters, "period_to"
    title = _("Reports")
    purpose = _("Each report is frozen when it is made and kept with its files, so that its numbers stay as they were.")
    new_label = _("Ask for a report")


class ReportDetail(Page):
    """One report to read and to download."""

    model = Report
    template_name = "reports/report_detail.html"

    def get(self, request, pk):
        report = self.record(pk)
        language = Language.ZH if (get_language() or "").startswith("zh") else Language.EN
        return self.show(
            object=report,
            document=live_document(json.loads(report.document), language.short),
            digest=report.sha256,
            files=sorted(report.files.select_related("attachment"), key=in_order),
            may_release=request.user.has_perm("reports.approve", report),
        )

    def visible(self):
        return super().visible().select_related("studio", "asked_by", "discipline", "person")


class ReportCompare(ReportDetail):
    """Two reports of one kind, figure by figure: ``?with=<pk>``; without it, a choice of reports."""

    template_name = "reports/report_compare.html"

    def get(self, request, pk):
        report = self.record(pk)
        others = self.visible().filter(pk__in=comparable(report).values("pk"))
        asked = request.GET.get("with", "")
        other = others.filter(pk=asked).first() if asked.isdecimal() and len(asked) < 19 else None
        language = Language.ZH if (get_language() or "").startswith("zh") else Language.EN
        rows = compare(report, other, language.short) if other else []
        return self.show(
            object=report,
            other=other,
            others=others.defer("document")[:MOST_OFFERED],
            unknown=bool(asked) and other is None,
            rows=rows,
            changed=[row for row in rows if row.difference != 0],
        )


def in_order(file):
    """Files by language, and in each language as the formats stand in their list."""
    return file.language, Format.values.index(file.format)


@require_http_methods(["GET", "POST"])
def report_new(request):
    """Ask for a report; the page of the job that makes it comes next."""
    if not request.user.has_perm("reports.edit", request.studio):
        raise PermissionDenied
    if request.GET.get("part") == "chapters":
        return render(request, "reports/chapters.html", preview(request, request.GET))
    initial = {name: request.GET[name] for name in ("report", "period", "discipline", "subject") if name in request.GET}
    form = AskForm(
        request.POST if request.method == "POST" else None,
        studio=request.studio,
        person=request.user,
        initial=initial,
    )
    status = 200
    if request.method == "POST":
        job = asked(request, form) if form.is_valid() else None
        if job:
            return redirect(job.get_absolute_url())
        status = 422
    seen = {name: form[name].value() or "" for name in ("report", "period", "discipline")}
    context = {"form": form, "scope": scope_of(request), **preview(request, seen)}
    return render(request, "reports/report_new.html", context, status=status)


def asked(request, form):
    """The job, or ``None`` with the refusal beside the field it is about."""
    values = form.cleaned_data
    try:
        return actions.ask_report(request.studio, request.user, values["report"], values["period"], **form.asked)
    except Refused as refused:
        if refused.status == 403:
            raise PermissionDenied(refused.text) from refused
        form.add_error(None, refused.text)
        return None


def preview(request, seen) -> dict:
    """The chapters the report will have, and which of the lead's texts are written for its period."""
    key = seen.get("report") if seen.get("report") in reports else next(iter(reports.keys()))
    try:
        period = Period.of(seen.get("period", ""))
    except InvalidPeriod:
        period = None
    said = texts.current(request.studio, period.key) if period else None
    disciplines = Discipline.objects.order_by("order", "pk")
    places = texts.places(key, disciplines) if said else []
    return {
        "chapters": chapters_of(key),
        "period": period,
        "missing": [place for place in places if not said(place.chapter.key, place.discipline)],
        "may_write": request.user.has_perm("briefing_text.edit", request.studio),
    }


@require_POST
def report_release(request, pk):
    """Release a report to the external assessors, or take that back."""
    report = get_object_or_404(Report.objects.visible_to(request.user, request.studio), pk=pk)
    try:
        actions.release(report, request.user, released=request.POST.get("released") == "yes")
    except Refused as refused:
        if refused.status == 403:
            raise PermissionDenied(refused.text) from refused
        request.refused = True
        messages.error(request, refused.text)
    return redirect(report.get_absolute_url())
