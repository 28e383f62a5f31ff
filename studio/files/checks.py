"""What a file really is, and why it may not come in. Looks at the content; the name must agree with it."""

import re
import zipfile
from pathlib import Path

import filetype
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError

from studio.core.text import bad_characters, listed
from studio.files.errors import FileRefused
from studio.files.kinds import FileKind
from studio.files.office import office_type
from studio.files.types import IMAGES, MEDIA_TYPES, TEXTS, UNKNOWN, ending_of

MAX_NAME = 200
MAX_PIXELS = 50_000_000
HEAD = 1024
MARKUP = re.compile(rb"<\s*(!doctype|html|svg|script|iframe|body|\?xml|\?php)", re.IGNORECASE)
PDF_ACTIVE = re.compile(rb"/JavaScript|/Launch\b|/EmbeddedFile")


def check(path: Path, name: str, kind: FileKind) -> str:
    """The media type of the file at ``path``, called ``name``; raises ``FileRefused`` with the reason."""
    check_name(name)
    claimed = ending_of(name)
    if kind.made_here:
        return MEDIA_TYPES.get(claimed, UNKNOWN)
    found = detect(path, name, claimed)
    if found not in kind.types or found != claimed:
        raise FileRefused(
            _("“%(name)s” is not one of the files taken here (%(types)s), or its ending does not fit its content.")
            % {"name": name, "types": listed(sorted(kind.types))}
        )
    check_one_thing_only(path, name, found)
    return MEDIA_TYPES[found]


def check_name(name: str) -> None:
    """Refuse names that hide folders, control characters or an empty stem."""
    if not name or len(name) > MAX_NAME or name.startswith(".") or re.search(r"[/\\:]", name) or bad_characters(name):
        raise FileRefused(
            _("Rename the file: its name is empty, hidden, over 200 characters or holds / \\ : or control characters.")
        )


def detect(path: Path, name: str, claimed: str) -> str | None:
    """The type key by content, or ``None``. Plain text has no mark of its own, so there the ending decides."""
    guessed = filetype.guess(str(path))
    if zipfile.is_zipfile(path) and starts_with(path, b"PK"):
        return office_type(path, name)
    if guessed is None:
        return claimed if claimed in TEXTS and is_text(path) else None
    if guessed.extension in IMAGES:
        check_image(path, name, guessed.extension)
    return guessed.extension


def starts_with(path: Path, mark: bytes) -> bool:
    """Whether the first bytes are ``mark``."""
    with path.open("rb") as stream:
        return stream.read(len(mark)) == mark


def is_text(path: Path) -> bool:
    """Whether it reads as UTF-8, UTF-16 with its mark, or GB18030, without NUL and without markup at its start."""
    content = path.read_bytes()
    encodings = ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return "\0" not in text and not MARKUP.search(text[:HEAD].encode())
    return False


def check_image(path: Path, name: str, found: str) -> None:
    """Refuse images that are broken or would unpack to too many pixels."""
    try:
        with Image.open(path, formats=["JPEG" if found == "jpg" else "PNG"]) as image:
            width, height = image.size
            image.verify()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise FileRefused(_("“%(name)s” is a damaged picture. Save it again.") % {"name": name}) from error
    if width * height > MAX_PIXELS:
        raise FileRefused(_("“%(name)s” has more than 50 million pixels. Make it smaller.") % {"name": name})


def check_one_thing_only(path: Path, name: str, found: str) -> None:
    """Refuse files that are two things at once, and PDF files that act on opening."""
    content = path.read_bytes()
    is_office = found in ("docx", "xlsx", "pptx")
    two_things = (
        (not is_office and zipfile.is_zipfile(path))
        or b"%PDF-" in content[1:HEAD]
        or (not is_office and bool(MARKUP.search(content[:HEAD]) or MARKUP.search(content[-HEAD:])))
    )
    if two_things and found not in TEXTS:
        raise FileRefused(_("“%(name)s” holds a second file inside. Save it again without.") % {"name": name})
    if found == "pdf" and PDF_ACTIVE.search(content):
        raise FileRefused(_("“%(name)s” holds scripts or embedded files. Print it to a new PDF.") % {"name": name})
