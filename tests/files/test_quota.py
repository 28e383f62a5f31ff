import pytest

from studio.files import quota
from studio.files.models import Attachment
from tests.files.conftest import upload


@pytest.fixture
def send(client, studio, honour, office):
    """Post a text of this length as a file."""

    def post(length):
        client.force_login(office)
        data = {"kind": "evidence", "file": upload("a.txt", b"x" * length)}
        return client.post(f"/s/{studio.slug}/files/organisation.honour/{honour.pk}/", data)

    return post


def test_a_request_beyond_the_quota_is_refused_unread(send, monkeypatch):
    monkeypatch.setattr(quota, "MAX_REQUEST", 1_000)
    assert send(2_000).status_code == 400
    assert not Attachment.objects.exists()


def test_within_it_files_pass_through(send):
    assert send(10).status_code == 302
    assert Attachment.objects.get().size == 10
