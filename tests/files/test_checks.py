"""What may come in and what may not, by content."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import UploadedFile

from studio.files.actions import attach
from studio.files.checks import check_name
from studio.files.errors import FileRefused
from studio.files.models import Attachment
from tests.files.conftest import office_file, pdf, picture, upload

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def bomb() -> bytes:
    return office_file({"word/media/big.bin": b"\0" * 30_000_000})


def with_two_ends() -> bytes:
    return office_file() + b"more behind the end of the archive"


def encrypted() -> bytes:
    content = bytearray(office_file())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        content[at + offset] |= 1
    return bytes(content)


ACCEPTED = {
    "汇报 材料·终稿.pdf": (pdf(), "application/pdf"),
    "photo.JPEG": (picture("JPEG"), "image/jpeg"),
    "photo.png": (picture(), "image/png"),
    "minutes.docx": (office_file(), DOCX),
    "people.csv": ("姓名,工号\n李梅,0012\n".encode("gb18030"), "text/csv"),
    "note.txt": ("\ufeffA note that mentions <b>nothing</b>".encode(), "text/plain"),
    "utf16.txt": ("李梅".encode("utf-16"), "text/plain"),
}
REFUSED = {
    "svg": ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
    "svg called picture": ("drawing.png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    "html": ("page.html", b"<!doctype html><script>alert(1)</script>"),
    "html called text": ("page.txt", b"  <!DOCTYPE html><script>alert(1)</script>"),
    "html in utf-16 called text": ("page.txt", "<html><script>".encode("utf-16")),
    "program": ("tool.exe", b"MZ\x90\x00" + b"\0" * 100),
    "program called pdf": ("tool.pdf", b"MZ\x90\x00" + b"\0" * 100),
    "picture called pdf": ("a.pdf", picture()),
    "no ending": ("README", b"text"),
    "old office format": ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    "macro part": ("m.docx", office_file({"word/vbaProject.bin": b"x"})),
    "macro type": ("m.docx", office_file(types=b"<Types>application/vnd.ms-word.document.macroEnabled.main</Types>")),
    "macro ending": ("m.docm", office_file()),
    "activex": ("m.docx", office_file({"word/activeX/activeX1.xml": b"<x/>"})),
    "entities": ("m.docx", office_file(types=b"<!DOCTYPE x [<!ENTITY a 'b'>]><Types/>")),
    "bomb": ("b.docx", bomb()),
    "traversal inside": ("t.docx", office_file({"../../etc/passwd": b"x"})),
    "absolute part": ("t.docx", office_file({"/etc/passwd": b"x"})),
    "plain zip": ("z.docx", office_file(main=None)),
    "two documents in one": ("z.docx", office_file({"xl/workbook.xml": b"<x/>"})),
    "sheet called document": ("z.docx", office_file(main="xl/workbook.xml")),
    "zip with an appendix": ("z.docx", with_two_ends()),
    "encrypted": ("z.docx", encrypted()),
    "broken zip": ("z.docx", office_file()[:60]),
    "picture and archive": ("both.png", picture() + office_file()),
    "picture and page": ("both.jpg", picture("JPEG") + b"<html><script>alert(1)</script>"),
    "picture and pdf": ("both.png", picture()[:60] + pdf() + picture()),
    "pdf and archive": ("both.pdf", pdf() + office_file()),
    "pdf with script": ("active.pdf", pdf(b"<< /S /JavaScript /JS (app.alert(1)) >>")),
    "pdf that starts programs": ("active.pdf", pdf(b"<< /S /Launch /F (cmd.exe) >>")),
    "broken picture": ("broken.png", picture()[:40]),
    "huge picture": ("huge.png", picture(size=(9000, 6000))),
    "nul in text": ("n.txt", b"a\0b"),
    "empty": ("empty.txt", b""),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_accepted(name, honour, office):
    content, media_type = ACCEPTED[name]
    kept = attach(honour, "evidence", upload(name, content), office)
    assert (kept.original_name, kept.detected_type) == (name, media_type)
    assert kept.path.read_bytes() == content


@pytest.mark.parametrize("what", REFUSED)
def test_refused(what, honour, office, folder):
    name, content = REFUSED[what]
    with pytest.raises(FileRefused):
        attach(honour, "evidence", upload(name, content), office)
    assert not Attachment.objects.exists()
    assert [path for path in folder.rglob("*") if path.is_file()] == []


NAMES = [
    "../../etc/passwd.txt",
    "a\\b.txt",
    "C:a.txt",
    ".hidden.txt",
    "a\0.txt",
    "gpj.\u202etxt",
    "",
    "x" * 200 + ".txt",
]


@pytest.mark.parametrize("name", [*NAMES, "x" * 200 + ".txt"])
def test_names_that_hide_something_are_refused(name):
    with pytest.raises(FileRefused, match="Rename"):
        check_name(name)


def test_a_name_from_a_path_is_checked_too(honour, office, tmp_path):
    source = tmp_path / "note.txt"
    source.write_text("text")
    with pytest.raises(FileRefused):
        attach(honour, "evidence", source, office, name="../note.txt")
    assert attach(honour, "evidence", source, office).original_name == "note.txt"


def test_too_large_is_refused_while_it_comes_in(honour, office, folder):
    class Endless(UploadedFile):
        def chunks(self, size=None):
            for _number in range(10_000):
                yield b"x" * 50_000
            pytest.fail("it was read to its end")

    with pytest.raises(FileRefused, match="larger than"):
        attach(honour, "photo", Endless(io.BytesIO(), "big.png"), office)
    assert not list((folder / "incoming").iterdir())


def test_reasons_name_the_file_and_what_is_taken(honour, office):
    with pytest.raises(FileRefused) as refused:
        attach(honour, "photo", upload("note.txt", b"text"), office)
    assert "note.txt" in str(refused.value.text) and "jpg, png" in str(refused.value.text)


def test_overlapping_parts_are_refused(honour, office):
    content = bytearray(office_file({"a.bin": b"A" * 50_000}, compression=zipfile.ZIP_STORED))
    at = content.rfind(b"PK\x01\x02")
    entry = bytes(content[at : content.find(b"PK\x05\x06")]).replace(b"a.bin", b"b.bin")
    end = content.find(b"PK\x05\x06")
    content[end:end] = entry
    end += len(entry)
    for offset in (8, 10):
        content[end + offset] += 1
    size = int.from_bytes(content[end + 12 : end + 16], "little") + len(entry)
    content[end + 12 : end + 16] = size.to_bytes(4, "little")
    assert len(zipfile.ZipFile(io.BytesIO(bytes(content))).infolist()) == 4
    with pytest.raises(FileRefused):
        attach(honour, "evidence", upload("o.docx", bytes(content)), office)
