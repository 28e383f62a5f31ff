"""Pages of the studio itself, its bases, honours, names and leads."""

from datetime import date

import pytest
from django.urls import reverse

from studio.organisation.models import Base, Honour, StudioLead, StudioName
from tests.factories import make_person, make_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_studio(name_en="Zhang Zhaohong Studio")


def url(studio, name, **kwargs):
    return reverse(f"organisation:{name}", kwargs={"studio": studio.slug, **kwargs})


def sign_in(client, studio, role):
    person = make_person(studio, role)
    client.force_login(person)
    return person


def make_honour(studio, **values):
    return Honour.objects.create(
        studio=studio, **{"title_en": "National studio", "level": "national", "year": 2020, **values}
    )


@pytest.mark.parametrize("role", ["lead", "member", "finance", "assessor"])
def test_every_role_sees_the_studio_its_bases_and_honours(client, studio, role):
    honour, base = make_honour(studio), Base.objects.create(studio=studio, name_en="Practice base")
    sign_in(client, studio, role)
    assert client.get(url(studio, "studio_list")).url == url(studio, "studio_detail", pk=studio.pk)
    for tab in ("bases", "honours", "leads", "names"):
        assert client.get(url(studio, "studio_detail", pk=studio.pk), {"tab": tab}).status_code == 200
    for page in ("honour_list", "base_list"):
        assert client.get(url(studio, page)).status_code == 200
    assert "National studio" in client.get(url(studio, "honour_detail", pk=honour.pk)).content.decode()
    assert client.get(url(studio, "base_detail", pk=base.pk)).status_code == 200


@pytest.mark.parametrize("role", ["member", "manager", "assessor"])
def test_readers_change_nothing(client, studio, role):
    honour = make_honour(studio)
    sign_in(client, studio, role)
    for page, kwargs in (
        ("studio_edit", {"pk": studio.pk}),
        ("honour_new", {}),
        ("honour_edit", {"pk": honour.pk}),
        ("honour_delete", {"pk": honour.pk}),
        ("base_new", {}),
        ("name_new", {}),
        ("lead_new", {}),
    ):
        assert client.post(url(studio, page, **kwargs), {}).status_code == 403, page


def test_other_studios_records_are_not_there(client, studio):
    other = make_studio()
    honour = make_honour(other, title_en="Kestrel title")
    sign_in(client, studio, "lead")
    assert client.get(url(studio, "studio_detail", pk=other.pk)).status_code == 404
    assert client.post(url(studio, "studio_edit", pk=other.pk), {}).status_code == 404
    for page in ("honour_detail", "honour_edit", "honour_delete"):
        assert client.get(url(studio, page, pk=honour.pk)).status_code == 404
    assert "Kestrel" not in client.get(url(studio, "honour_list")).content.decode()


def test_facts_are_changed_and_nobody_overwrites_another(client, studio):
    sign_in(client, studio, "office")
    page = url(studio, "studio_edit", pk=studio.pk)
    data = {"construction_mode": "1 + N", "platforms": 1, "bases_planned": 3, "version": 1}
    assert client.post(page, data).status_code == 302
    studio.refresh_from_db()
    assert (studio.construction_mode, studio.version) == ("1 + N", 2)
    assert client.post(page, {**data, "platforms": 2}).status_code == 409


def test_a_new_name_keeps_the_old_one(client, studio):
    sign_in(client, studio, "lead")
    assert (
        client.post(url(studio, "name_new"), {"name_en": "Successor Studio", "from_date": "2022-01-01"}).status_code
        == 302
    )
    studio.refresh_from_db()
    assert studio.name_en == "Successor Studio"
    names = StudioName.objects.order_by("pk").values_list("name_en", "from_date", "to_date")
    assert list(names) == [
        ("Zhang Zhaohong Studio", None, date(2021, 12, 31)),
        ("Successor Studio", date(2022, 1, 1), None),
    ]
    early = client.post(url(studio, "name_new"), {"name_en": "Too early", "from_date": "2021-06-01"})
    assert early.status_code == 409


def test_a_new_lead_follows_the_old_one(client, studio):
    old = make_person(studio, "lead")
    StudioLead.objects.create(studio=studio, person=old, from_date=date(2016, 5, 1))
    successor = make_person(studio, "member")
    sign_in(client, studio, "lead")
    assert client.post(url(studio, "lead_new"), {"person": successor.pk, "from_date": "2022-01-01"}).status_code == 302
    assert studio.lead == successor
    assert StudioLead.objects.get(person=old).to_date == date(2021, 12, 31)


def test_honours_are_recorded_and_bad_ones_told(client, studio):
    sign_in(client, studio, "office")
    good = {"title_en": "Leading unit", "level": "national", "year": 2020}
    assert client.post(url(studio, "honour_new"), good).status_code == 302
    for values, message in (
        ({"title_en": ""}, ""),
        ({"year": 1800}, ""),
        ({"level": "galactic"}, "valid choice"),
        ({"valid_until": "2019-12-31"}, ""),
    ):
        answer = client.post(url(studio, "honour_new"), {**good, **values})
        assert answer.status_code in (409, 422), values
        assert message in answer.content.decode()
    assert Honour.objects.count() == 1


def test_the_figure_opens_its_honours(client, studio):
    make_honour(studio)
    make_honour(studio, title_en="Later one", year=2022)
    sign_in(client, studio, "member")
    query = {"figure": "honours", "from": "2021-01-01", "to": "2021-12-31"}
    html = client.get(url(studio, "honour_list"), query).content.decode()
    assert "National studio" in html
    assert "Later one" not in html
