import pytest
from django.urls import reverse

from studio.audit.log import record
from tests.factories import make_person, make_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_studio()


def open_log(client, reader, studio, **query):
    client.force_login(reader)
    return client.get(reverse("audit:log", kwargs={"studio": studio.slug}), query)


def test_lead_reads_who_did_what_and_why(client, studio):
    lead = make_person(studio, "lead", name_en="Lead Person")
    record(lead, "file.retire", lead, studio=studio, reason="wrong scan")
    page = open_log(client, lead, studio)
    assert page.status_code == 200
    assert b"File retired" in page.content
    assert b"wrong scan" in page.content


@pytest.mark.parametrize("role", ["office", "member", "finance", "assessor"])
def test_the_log_is_closed_to_others(client, studio, role):
    assert open_log(client, make_person(studio, role), studio).status_code == 403


def test_rows_of_another_studio_stay_there(client, studio):
    other = make_studio()
    record(None, "file.retire", studio=other, reason="elsewhere")
    assert b"elsewhere" not in open_log(client, make_person(studio, "lead"), studio).content


@pytest.mark.parametrize(
    "query", [{"page": "x"}, {"page": "-1"}, {"page": "9" * 40}, {"person": "٣"}, {"period": "never"}]
)
def test_nonsense_in_the_address_is_left_out(client, studio, query):
    assert open_log(client, make_person(studio, "lead"), studio, **query).status_code == 200


def test_pages_and_queries_do_not_grow(client, studio, django_assert_max_num_queries):
    lead = make_person(studio, "lead")
    for _each in range(120):
        record(lead, "create", studio, studio=studio)
    open_log(client, lead, studio)
    with django_assert_max_num_queries(12):
        page = client.get(reverse("audit:log", kwargs={"studio": studio.slug}), {"page": "2"})
    assert page.content.count(b"<tr>") == 51
