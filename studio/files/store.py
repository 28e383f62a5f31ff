"""Files on disk: received under a temporary name, hashed, synced, renamed. They are never overwritten."""

import hashlib
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from studio.files.errors import FileRefused

CHUNK = 256 * 1024


@dataclass(frozen=True)
class Received:
    """A file that has come in completely but belongs to nobody yet."""

    path: Path
    size: int
    sha256: str

    def keep(self) -> str:
        """Give it its random name for good and return the name. Call it inside the transaction that writes the row:

        a crash before the commit leaves a file without a row, which ``unowned`` finds; never a row without a file.
        """
        name = secrets.token_hex(16)
        target = path_of(name)
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.path.rename(target)
        _sync(target.parent)
        return name


def root() -> Path:
    """The folder of all attachments; no web server ever points at it."""
    return Path(settings.PRIVATE_DIR) / "files"


def path_of(random_name: str) -> Path:
    """Where the file called ``random_name`` lies."""
    return root() / random_name[:2] / random_name


@contextmanager
def received(source, max_bytes: int) -> Iterator[Received]:
    """Take in an upload or a path; whatever was not kept at the end is gone."""
    incoming = root() / "incoming"
    incoming.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = incoming / secrets.token_hex(16)
    digest, size = hashlib.sha256(), 0
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
            for chunk in _chunks(source):
                size += len(chunk)
                if size > max_bytes:
                    raise FileRefused(_("The file is larger than %(limit)d MB.") % {"limit": max_bytes // 1024**2})
                digest.update(chunk)
                target.write(chunk)
            target.flush()
            os.fsync(target.fileno())
        if not size:
            raise FileRefused(_("The file is empty."))
        yield Received(path, size, digest.hexdigest())
    finally:
        path.unlink(missing_ok=True)


def _chunks(source) -> Iterator[bytes]:
    if hasattr(source, "chunks"):
        yield from source.chunks(CHUNK)
        return
    with Path(source).open("rb") as stream:
        while chunk := stream.read(CHUNK):
            yield chunk


def _sync(folder: Path) -> None:
    """Make the renaming itself survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def aged(folder: Path, seconds: int) -> list[Path]:
    """Files of ``folder`` that nobody touched for ``seconds``."""
    before = time.time() - seconds
    return [path for path in folder.glob("*") if path.is_file() and path.stat().st_ctime < before]
