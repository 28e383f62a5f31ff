"""The package: opened from our own template, written with the same bytes each time."""

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from docx import Document

TEMPLATE = Path(__file__).parent / "template"
# The earliest day a ZIP archive can say: when a part was written is nobody's concern.
NO_DAY = (1980, 1, 1, 0, 0, 0)


@cache
def _template() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path in sorted(TEMPLATE.rglob("*")):
            if path.is_file():
                archive.writestr(path.relative_to(TEMPLATE).as_posix(), path.read_bytes())
    return stream.getvalue()


def opened():
    """An empty file with our styles, numbering and settings."""
    return Document(BytesIO(_template()))


def packed(paper) -> bytes:
    """The file's bytes, without a trace of when they were written."""
    stream, fixed = BytesIO(), BytesIO()
    paper.package.save(stream)
    with zipfile.ZipFile(stream) as given, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in given.namelist():
            part = zipfile.ZipInfo(name, NO_DAY)
            part.compress_type, part.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            archive.writestr(part, given.read(name))
    return fixed.getvalue()
