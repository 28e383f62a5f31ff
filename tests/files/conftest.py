import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from studio.files.kinds import FileKind
from studio.organisation.models import Honour
from tests.factories import make_person, make_studio

CONTENT_TYPES = b'<?xml version="1.0"?><Types><Override PartName="/word/document.xml"/></Types>'


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    """Every test keeps its files to itself."""
    settings.PRIVATE_DIR = tmp_path / "private"
    return settings.PRIVATE_DIR / "files"


@pytest.fixture
def studio(db):
    return make_studio()


@pytest.fixture
def office(studio):
    return make_person(studio, "office")


@pytest.fixture
def honour(studio, monkeypatch):
    """A record that takes evidence and at most two photos."""
    monkeypatch.setattr(
        Honour,
        "attachment_kinds",
        {
            "evidence": "Evidence",
            "photo": FileKind("Photo", types=frozenset({"jpg", "png"}), max_count=2, max_bytes=100_000),
            "sheet": FileKind("Sheet", made_here=True),
        },
        raising=False,
    )
    monkeypatch.setattr(Honour, "get_absolute_url", lambda self: f"/honours/{self.pk}/", raising=False)
    return Honour.objects.create(studio=studio, title_en="Model studio", level="national", year=2020)


def pdf(extra=b"") -> bytes:
    return b"%PDF-1.7\n1 0 obj <<>> endobj\n" + extra + b"\ntrailer <<>>\n%%EOF\n"


def picture(kind="PNG", size=(4, 4), colour="red") -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, colour).save(target, kind)
    return target.getvalue()


def office_file(
    parts=None, *, main="word/document.xml", types=CONTENT_TYPES, compression=zipfile.ZIP_DEFLATED
) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        if types:
            archive.writestr("[Content_Types].xml", types)
        if main:
            archive.writestr(main, "<w/>")
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    return target.getvalue()


def upload(name, content) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")
