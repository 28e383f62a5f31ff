import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from studio.audit.models import AuditRow
from studio.files.actions import attach
from studio.files.models import Attachment
from studio.organisation.models import Membership
from tests.factories import make_person, make_studio
from tests.files.conftest import pdf, upload


@pytest.fixture
def note(honour, office):
    return attach(honour, "evidence", upload("张朝红 报告.pdf", pdf()), office)


@pytest.fixture
def upload_url(honour, studio):
    return reverse(
        "files:upload",
        kwargs={"studio": studio.slug, "owner_type": "organisation.honour", "owner_id": honour.pk},
    )


def messages_of(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_download_is_an_inert_attachment_with_its_own_name(client, note, office):
    client.force_login(office)
    response = client.get(note.get_absolute_url())
    assert b"".join(response.streaming_content) == pdf()
    headers = response.headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"].startswith("attachment; filename*=utf-8''%E5%BC%A0")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("sandbox")
    assert "no-store" in headers["Cache-Control"]
    assert headers["Content-Length"] == str(note.size)


def test_each_download_leaves_an_audit_row_without_names(client, note, office):
    client.force_login(office)
    b"".join(client.get(note.get_absolute_url()).streaming_content)
    row = AuditRow.objects.get(verb="file.download")
    assert (row.actor_id, row.object_id) == (office.pk, str(note.pk))
    assert "张" not in str(row.facts)


def test_the_link_dies_with_the_role(client, note, studio):
    guest = make_person(studio, "assessor", company=None)
    client.force_login(guest)
    assert b"".join(client.get(note.get_absolute_url()).streaming_content) == pdf()
    Membership.objects.filter(person=guest).update(to_date="2020-12-31")
    assert client.get(note.get_absolute_url()).status_code == 404


def test_others_get_nothing(client, note, studio):
    assert client.get(note.get_absolute_url()).status_code == 302
    elsewhere = make_studio()
    boss = make_person(elsewhere, "lead", is_staff=True)
    client.force_login(boss)
    moved = reverse("files:download", kwargs={"studio": elsewhere.slug, "pk": note.pk})
    assert client.get(moved).status_code == 404
    client.force_login(make_person(elsewhere, "lead"))
    assert client.get(note.get_absolute_url()).status_code == 404


def test_a_participant_without_view_of_the_owner_gets_404(client, note, studio):
    client.force_login(make_person(studio))
    assert client.get(note.get_absolute_url()).status_code == 404


def test_missing_content_is_no_server_error(client, note, office):
    note.path.unlink()
    client.force_login(office)
    assert client.get(note.get_absolute_url()).status_code == 404


def test_upload_several_and_go_back(client, upload_url, honour, office):
    client.force_login(office)
    files = [upload("a.pdf", pdf()), upload("b.txt", b"text")]
    response = client.post(upload_url, {"kind": "evidence", "file": files, "next": "/s/x/?tab=files"})
    assert (response.status_code, response.url) == (302, "/s/x/?tab=files")
    assert Attachment.objects.of(honour).count() == 2


def test_one_refused_file_keeps_all_out_and_says_why(client, upload_url, honour, office):
    client.force_login(office)
    files = [upload("a.pdf", pdf()), upload("b.svg", b"<svg/>")]
    response = client.post(upload_url, {"kind": "evidence", "file": files, "next": "https://evil.example/"})
    assert response.url == honour.get_absolute_url()
    assert "b.svg" in messages_of(response)[0]
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("data", [{}, {"kind": "evidence"}, {"kind": "nothing", "file": "text instead"}])
def test_incomplete_forms_are_told(client, upload_url, office, data):
    client.force_login(office)
    response = client.post(upload_url, data)
    assert response.status_code == 302 and messages_of(response)


def test_what_only_the_product_writes_cannot_be_uploaded(client, upload_url, office):
    client.force_login(office)
    client.post(upload_url, {"kind": "sheet", "file": upload("a.html", b"<!doctype html>")})
    assert not Attachment.objects.exists()


def test_who_may_only_look_gets_403(client, upload_url, note, studio):
    client.force_login(make_person(studio, "member"))
    assert client.post(upload_url, {"kind": "evidence", "file": upload("b.txt", b"text")}).status_code == 403
    retiring = reverse("files:retire", kwargs={"studio": studio.slug, "pk": note.pk})
    assert client.post(retiring, {"reason": "no"}).status_code == 403


def test_unknown_owners_are_404(client, studio, office):
    client.force_login(office)
    for owner_type, owner_id in {"organisation.honour": 10**12, "organisation.person": 1, "no.thing": 1}.items():
        kwargs = {"studio": studio.slug, "owner_type": owner_type, "owner_id": owner_id}
        assert client.post(reverse("files:upload", kwargs=kwargs)).status_code == 404


def test_retire_over_http(client, note, studio, office):
    client.force_login(office)
    retiring = reverse("files:retire", kwargs={"studio": studio.slug, "pk": note.pk})
    assert client.get(retiring).status_code == 405
    assert messages_of(client.post(retiring, {"reason": ""}))
    client.post(retiring, {"reason": "Wrong file"})
    note.refresh_from_db()
    assert note.retired_by == office
