"""The briefing's files one by one, each in a fresh process on the same database: seconds, memory, size, pages.

Memory is the highest the process stood at, and for a PDF that of the process that typst runs in.
"""

import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from django.db import connection

from studio.home.demonstration import SLUG
from studio.reports.choices import Format, Language
from tests.bench.table import Line

MEASURE = "import sys, django; django.setup(); from tests.bench import briefing; briefing.main(*sys.argv[1:])"
MEBIBYTE = 1024 * 1024


def files(scale: str, period: str) -> list[Line]:
    """Freezing the document, then each file: its first writing in a process and one more, in which all is loaded."""
    lines = [_measured(f"briefing of {period}, frozen: {scale}", period, "", "")]
    for language in Language:
        for format in Format:
            target = "worker ≤ 400 MB" if format == Format.PDF else ""
            lines.append(_measured(f"{format.label}, {language.value}: {scale}", period, language, format, target))
    return lines


def _measured(what: str, period: str, language: str, format: str, target: str = "") -> Line:
    command = [sys.executable, "-c", MEASURE, connection.settings_dict["NAME"], period, language, format]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Line(what, json.loads(done.stdout.splitlines()[-1])["said"], target)


def main(database: str, period: str, language: str, format: str) -> None:
    """Print what one file took, as JSON; without a format what the document itself took."""
    from studio.organisation.models import Studio
    from studio.reports import making
    from studio.reports.asking import Asked

    connection.settings_dict["NAME"] = str(database)
    studio = Studio.objects.get(slug=SLUG)
    asked = Asked.read("assessment-briefing", period, "", ["en"], ["pdf"])
    began = time.perf_counter()
    frozen = making.freeze(making.compute(asked, studio))
    said = f"{time.perf_counter() - began:.1f} s"
    if format:
        times = []
        for _again in range(2):
            began = time.perf_counter()
            file = making.write(frozen, Language(language), Format(format))
            times.append(f"{time.perf_counter() - began:.1f} s")
        pages = len(re.findall(rb"/Type\s*/Page\b", file))
        said = ", then ".join(times) + f"; {len(file) / MEBIBYTE:.2f} MB" + (f", {pages} pages" if pages else "")
    memory = [_highest()]
    if format == Format.PDF:
        memory.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
    print(json.dumps({"said": f"{said}; {' + '.join(map(str, memory))} MB of memory"}))


def _highest() -> int:
    """The most megabytes this process ever held; ``getrusage`` would count its parent's before the start as well."""
    line = next(one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) // 1024
