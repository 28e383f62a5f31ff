"""A list as a file: the same rows and columns, real dates and numbers, nothing that a spreadsheet would run."""

import csv
import io
from datetime import date, datetime, time
from decimal import Decimal

import xlsxwriter
from django.db import transaction
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from studio.audit.log import record as audit
from studio.kit.scope import scope_of
from studio.kit.selection import Selection

AT_ONCE = 2_000
CHUNK = 2_000
RISKY = ("=", "+", "-", "@", "\t", "\r")
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def export(page, request):
    """Answer a POST to a list's export address: the file, or the job that makes it when it is long."""
    kind = request.POST.get("format", "xlsx")
    if kind not in TYPES:
        return HttpResponseBadRequest(_("Files come as XLSX or CSV."))
    selection = Selection(page, request.GET, scope_of(request))
    if selection.rows.order_by()[: AT_ONCE + 1].count() > AT_ONCE:
        return _as_job(page, request, kind)
    return download(page, kind, selection.table.cells, fetch(selection))


def download(page, kind: str, cells, lines, route: str = ""):
    """The file of ``lines`` of values under ``cells``, which describe its columns, and the audit row of the export."""
    body = io.BytesIO()
    count = WRITERS[kind](body, cells, lines)
    note(page, kind, count, route)
    response = HttpResponse(body.getvalue(), content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{file_name(page, kind, route)}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def note(page, kind: str, count: int, route: str = "") -> None:
    """The audit row of an export."""
    audit(page.person, "export", studio=page.studio, list=route or page.route, format=kind, rows=count)


def file_name(page, kind: str, route: str = "") -> str:
    """studio, list and day, in letters that every system takes."""
    list_name = slugify((route or page.route).replace(":", "-")) or "list"
    return f"{page.studio.slug}-{list_name}-{timezone.localdate().isoformat()}.{kind}"


def _as_job(page, request, kind):
    from studio.jobs.actions import submit

    params = {"route": page.route, "query": request.GET.urlencode(), "format": kind, "language": get_language()}
    with transaction.atomic():
        job = submit("kit.export", params, page.person, page.studio)
    return redirect(job.get_absolute_url())


def fetch(selection, progress=None):
    """Rows of values in the list's order, read in pieces; ``progress(rows so far)`` is called after each piece.

    Each piece is read whole before it is handed on: on SQLite a write after a read that is still open fails at once
    when another process wrote meanwhile, and progress is a write.
    """
    keys = list(selection.order.apply(selection.rows).values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        piece = keys[start : start + CHUNK]
        found = {row[0]: row for row in selection.table.rows(selection.rows.filter(pk__in=piece), selection.period)}
        yield from selection.table.values(found[key] for key in piece if key in found)
        if progress and len(piece) == CHUNK:
            progress(start + CHUNK)


def headers(cells) -> list[str]:
    """Column heads with their unit; amounts are written in yuan."""
    units = [(cell.label, _("CNY") if cell.kind == "money" else cell.unit) for cell in cells]
    return [f"{label} ({unit})" if unit else label for label, unit in units]


def write_xlsx(stream, cells, lines) -> int:
    """Write the lines as a workbook; returns how many there were."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "in_memory": False}
    book = xlsxwriter.Workbook(stream, options)
    sheet = book.add_worksheet()
    head = book.add_format({"bold": True, "bottom": 1})
    formats = {
        "date": book.add_format({"num_format": "yyyy-mm-dd"}),
        "time": book.add_format({"num_format": "hh:mm"}),
        "datetime": book.add_format({"num_format": "yyyy-mm-dd hh:mm"}),
        "money": book.add_format({"num_format": "#,##0.00"}),
        "minutes": book.add_format({"num_format": "#,##0.0"}),
    }
    styles = [formats.get(cell.kind) for cell in cells]
    for number, cell in enumerate(cells):
        sheet.set_column(number, number, 28 if cell.kind in ("link", "text") else 14)
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, headers(cells), head)
    line = 0
    for line, values in enumerate(lines, 1):
        for column, (value, style) in enumerate(zip(values, styles, strict=True)):
            _put(sheet, line, column, value, style)
    book.close()
    return line


def _put(sheet, line, column, value, style):
    if value is None or value == "":
        return
    if isinstance(value, str):
        sheet.write_string(line, column, value[:32_767])
    elif isinstance(value, bool):
        sheet.write_boolean(line, column, value)
    elif isinstance(value, int | float | Decimal):
        sheet.write_number(line, column, value, style)
    elif isinstance(value, date | datetime | time):
        sheet.write_datetime(line, column, value, style)
    else:
        sheet.write_string(line, column, str(value))


def write_csv(stream, cells, lines) -> int:
    """Write the lines as UTF-8 CSV that Chinese Excel opens right; returns how many there were."""
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow([plain(head) for head in headers(cells)])
    line = 0
    for line, values in enumerate(lines, 1):  # noqa: B007
        writer.writerow([plain(value) for value in values])
    text.detach()
    return line


def plain(value):
    """A cell that no spreadsheet reads as a formula: an apostrophe stands before what could start one."""
    if isinstance(value, str) and value.startswith(RISKY):
        return f"'{value}"
    return "" if value is None else value


WRITERS = {"xlsx": write_xlsx, "csv": write_csv}
