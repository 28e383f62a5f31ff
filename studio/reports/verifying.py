"""Does a file belong to a kept report? Only its bytes are asked, or for a frozen document what it says."""

import contextlib
import hashlib
import json
from dataclasses import dataclass

from .freeze import canonical, digest
from .models import Report, ReportFile


@dataclass(frozen=True)
class Kept:
    """A report that a file belongs to; ``file`` is empty for the frozen document itself."""

    report: Report
    file: ReportFile | None = None


def hashes(content: bytes) -> set[str]:
    """The hash of the bytes and, for JSON, of the document in its one canonical form: spaces do not matter there."""
    found = {hashlib.sha256(content).hexdigest()}
    with contextlib.suppress(ValueError, RecursionError):
        found.add(digest(canonical(json.loads(content))))
    return found


def kept(content: bytes) -> list[Kept]:
    """Every report that was kept with exactly this file, or from exactly this document; the oldest first."""
    wanted = hashes(content)
    files = ReportFile.objects.filter(attachment__sha256__in=wanted).select_related(
        "report__studio", "report__asked_by"
    )
    found = [Kept(one.report, one) for one in files.order_by("report__asked_at", "pk")]
    reports = Report.objects.filter(sha256__in=wanted).select_related("studio", "asked_by").order_by("asked_at", "pk")
    return found + [Kept(one) for one in reports]
