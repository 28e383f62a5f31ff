"""Word, Excel and PowerPoint files are archives: which one is it, and is it safe to keep?"""

import zipfile
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

from studio.files.errors import FileRefused

MAIN_PARTS = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
CONTENT_TYPES = "[Content_Types].xml"
MAX_PARTS = 5_000
MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 100
SMALL = 10 * 1024 * 1024  # below this no ratio can hurt
END_RECORD = 22
ACTIVE = ("vbaproject", "activex", "macrosheets", "customui")


def office_type(path: Path, name: str) -> str | None:
    """Its type key, or ``None`` when the archive is something else. Raises ``FileRefused`` for what may do harm."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _refuse_bomb(parts, path, name)
            names = {part.filename for part in parts}
            found = [kind for part, kind in MAIN_PARTS.items() if part in names]
            types = archive.read(CONTENT_TYPES) if CONTENT_TYPES in names else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as error:
        reason = _("“%(name)s” is damaged or encrypted. Save it again without a password.") % {"name": name}
        raise FileRefused(reason) from error
    if len(found) != 1 or not types:
        return None
    _refuse_active(names, types, name)
    return found[0]


def _refuse_bomb(parts, path: Path, name: str) -> None:
    size = path.stat().st_size
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    with path.open("rb") as stream:
        stream.seek(-min(END_RECORD, size), 2)
        ends_with_record = stream.read(4) == b"PK\x05\x06"
    if (
        len(parts) > MAX_PARTS
        or unpacked > MAX_UNPACKED
        or (unpacked > SMALL and unpacked > MAX_RATIO * size)
        or packed > size  # parts that overlap
        or not ends_with_record
        or len({part.filename for part in parts}) < len(parts)
        or any(_leaves_its_folder(part.filename) for part in parts)
    ):
        raise FileRefused(
            _("“%(name)s” is packed in a way that could do harm when it is opened. Save it again in an office program.")
            % {"name": name}
        )


def _leaves_its_folder(part: str) -> bool:
    path = PurePosixPath(part)
    return path.is_absolute() or ".." in path.parts or "\\" in part or ":" in part


def _refuse_active(names, types: bytes, name: str) -> None:
    lower = types.lower()
    if b"macroenabled" in lower or b"<!" in lower or any(word in part.lower() for part in names for word in ACTIVE):
        raise FileRefused(_("“%(name)s” holds macros. Save it without them.") % {"name": name})
