import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from studio.notices.actions import mark_read, notify
from studio.notices.models import Notice
from tests.factories import make_person, make_studio


@pytest.fixture
def studio(db):
    return make_studio()


@pytest.fixture
def person(studio):
    return make_person(studio, "member")


@pytest.fixture
def tell(studio, person):
    def to(key="event:1", *, reader=None, kind="jobs.done", **more):
        notify(reader or person, kind, studio=studio, key=key, params={"key": "unknown.job"}, **more)

    return to


@pytest.fixture
def url(studio):
    return lambda name, **kwargs: reverse(f"notices:{name}", kwargs={"studio": studio.slug, **kwargs})


def test_an_event_is_told_once(tell):
    tell("event:1")
    tell("event:1", kind="jobs.failed")
    tell("event:2")
    assert Notice.objects.filter(kind="jobs.done").count() == Notice.objects.count() == 2


def test_an_undeclared_kind_is_a_programming_error(tell):
    with pytest.raises(LookupError):
        tell(kind="nobody.declared.this")


def test_the_sentence_is_made_when_it_is_read(tell):
    tell()
    notice = Notice.objects.get()
    assert notice.text == "“unknown.job” is ready."
    with translation.override("zh-hans"):
        assert str(notice) == notice.text
    Notice.objects.update(kind="gone.kind")
    assert Notice.objects.get().text == "gone.kind"


def test_the_list_holds_ones_own_notices_only(client, tell, studio, person, url):
    tell("mine")
    other = make_person(studio, "lead", is_staff=True)
    tell("theirs", reader=other, kind="jobs.failed")
    client.force_login(other)
    page = client.get(url("notice_list")).text
    assert "failed" in page and "is ready" not in page
    assert client.post(url("notice_open", pk=Notice.objects.get(person=person).pk)).status_code == 404


def test_an_empty_list_says_what_it_is_for(client, person, url):
    client.force_login(person)
    assert "You are told here" in client.get(url("notice_list")).text


def test_opening_notes_the_reading_and_leads_on(client, tell, person, url):
    tell(url="/somewhere/")
    notice = Notice.objects.get()
    client.force_login(person)
    assert client.get(url("notice_open", pk=notice.pk)).status_code == 405
    response = client.post(url("notice_open", pk=notice.pk))
    assert (response.status_code, response.url) == (302, "/somewhere/")
    read_at = Notice.objects.get().read_at
    client.post(url("notice_open", pk=notice.pk))
    assert read_at and Notice.objects.get().read_at == read_at


def test_the_bell_counts_what_is_unread(client, tell, person, url):
    tell("1")
    tell("2")
    client.force_login(person)
    assert 'class="bell-count">2<' in client.get(url("notice_list")).text
    client.post(url("notice_read_all"))
    assert "bell-count" not in client.get(url("notice_list")).text
    assert mark_read(Notice.objects.all()) == 0


def test_the_list_takes_as_many_queries_for_60_as_for_one(client, tell, person, url):
    tell()
    client.force_login(person)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            client.get(url("notice_list"))
        return len(captured)

    for_one = queries()
    for number in range(60):
        tell(f"more:{number}")
    assert queries() == for_one <= 12
