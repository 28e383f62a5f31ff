"""PDF by typst: our own templates and fonts, no packages, no system fonts, the same bytes for the same document."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from studio.reports.freeze import canonical, digest

from .prepare import prepared

COMPILE = Path(__file__).parent / "typst" / "compile.py"
MOST_SECONDS = 300


def write(document: dict, language: str) -> bytes:
    """The PDF of a frozen document in ``en`` or ``zh``.

    Raises ``RuntimeError`` with typst's own words, ``subprocess.TimeoutExpired`` after five minutes.
    """
    asked = {
        "document": json.dumps(prepared(document, language), ensure_ascii=False),
        "language": language,
        "digest": digest(canonical(document)),
        "timestamp": int(datetime.fromisoformat(document["made"]["on"]).replace(tzinfo=UTC).timestamp()),
    }
    done = subprocess.run(
        [sys.executable, "-I", str(COMPILE)],
        input=json.dumps(asked).encode(),
        capture_output=True,
        timeout=MOST_SECONDS,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"typst ended with {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
    return done.stdout
