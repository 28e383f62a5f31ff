import errno
import os
import time

import pytest
from django.db import transaction

from studio.audit.errors import Refused
from studio.audit.models import AuditRow
from studio.files import actions, store
from studio.files.actions import attach, of, retire
from studio.files.errors import FileRefused
from studio.files.models import Attachment
from tests.factories import make_person
from tests.files.conftest import picture, upload


@pytest.fixture
def note(honour, office):
    return attach(honour, "evidence", upload("note.txt", b"text"), office)


def test_attach_keeps_size_hash_and_owner_under_a_random_name(note, honour, office, folder):
    assert note.sha256 == "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1"
    assert (note.size, note.by, note.studio) == (4, office, honour.studio)
    assert note.path.parent.parent == folder and "note" not in str(note.path.relative_to(folder))
    assert note.path.stat().st_mode & 0o077 == 0
    assert list(of(honour)) == [note]
    row = AuditRow.objects.get(verb="file.attach")
    assert row.facts == {"owner": "organisation.honour", "owner_id": honour.pk, "kind": "evidence"}


def test_the_same_form_sent_twice_attaches_once(note, honour, office):
    assert attach(honour, "evidence", upload("note.txt", b"text"), office) == note
    assert attach(honour, "evidence", upload("note.txt", b"other"), office) != note


def test_undeclared_kinds_and_full_kinds_are_refused(honour, office):
    with pytest.raises(FileRefused, match="not taken here"):
        attach(honour, "contract", upload("a.txt", b"text"), office)
    for colour in ("red", "blue"):
        attach(honour, "photo", upload("a.png", picture(colour=colour)), office)
    with pytest.raises(FileRefused, match="2 files"):
        attach(honour, "photo", upload("a.png", picture(colour="green")), office)


def test_adding_and_retiring_need_the_right_to_edit_the_owner(note, honour, studio):
    member = make_person(studio, "member")
    for act in (
        lambda: attach(honour, "evidence", upload("b.txt", b"text"), member),
        lambda: retire(note, honour, member, "wrong"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.status == 403


def test_retiring_needs_a_reason_and_keeps_the_content(note, honour, office):
    with pytest.raises(Refused, match="reason"):
        retire(note, honour, office, "  ")
    retire(note, honour, office, "It is the wrong year.")
    note.refresh_from_db()
    assert note.retired_reason == "It is the wrong year." and note.path.exists()
    assert list(of(honour)) == []
    with pytest.raises(Refused, match="already"):
        retire(note, honour, office, "again")
    assert attach(honour, "evidence", upload("note.txt", b"text"), office) != note


def test_what_the_product_writes_itself_is_not_checked_but_never_uploaded(honour, studio, tmp_path):
    page = tmp_path / "report.html"
    page.write_text("<!doctype html>")
    kept = attach(honour, "sheet", page, make_person(studio, "member"))
    assert kept.detected_type == "text/html"


def test_a_rolled_back_transaction_leaves_no_row_and_its_file_is_swept_later(honour, office, folder, monkeypatch):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        attach(honour, "evidence", upload("note.txt", b"text"), office)
        raise ZeroDivisionError
    (left,) = [path for path in folder.rglob("*") if path.is_file()]
    kept = attach(honour, "evidence", upload("kept.txt", b"text"), office)
    assert sweep_all(monkeypatch) == 0, "a young file may still get its row"
    monkeypatch.setattr(actions, "DAY", -1)
    assert sweep_all(monkeypatch) == 1
    assert not left.exists() and kept.path.exists()


def sweep_all(monkeypatch) -> int:
    """As many minutes as there are folders."""
    now = time.time()
    swept = 0
    for minute in range(actions.SHARDS):
        monkeypatch.setattr(actions, "minute", lambda minute=minute: int(now / 60) + minute)
        swept += actions.sweep_unowned()
    return swept


def test_a_full_disk_leaves_nothing_and_says_so(honour, office, folder, monkeypatch):
    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(store.os, "fsync", full)
    with pytest.raises(Refused, match="disk is full"):
        attach(honour, "evidence", upload("note.txt", b"text"), office)
    assert not Attachment.objects.exists()
    assert [path for path in folder.rglob("*") if path.is_file()] == []
