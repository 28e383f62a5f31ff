"""Two reports side by side, out of what was frozen."""

import pytest
from django.urls import reverse

from disciplines.models import Group
from studio.reports.comparing import compare
from tests.factories import join_group, make_person, make_studio

from .factories import ask, make_full_studio, make_report

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair(tmp_path):
    """The same year twice; in between a member came."""
    studio = make_full_studio()
    lead = make_person(studio, "lead")
    first = make_report(studio, lead, tmp_path)
    group = studio_group(studio)
    join_group(group, make_person(studio, "member"))
    return studio, lead, first, make_report(studio, lead, tmp_path)


def studio_group(studio):
    return Group.objects.filter(studio=studio).first()


def address(report):
    return reverse("reports:report_compare", kwargs={"studio": report.studio.slug, "pk": report.pk})


def test_each_figure_stands_with_both_values_and_the_difference(pair):
    _studio, _lead, first, second = pair
    members = next(row for row in compare(first, second, "en") if row.label == "Members" and row.scope == "All")
    assert (members.first.value, members.second.value, members.difference_text) == (6, 7, "+1")
    back = next(row for row in compare(second, first, "zh") if row.label == "成员" and row.scope == "全部")
    assert back.difference_text == "−1"


def test_the_page_offers_reports_of_the_kind_and_compares(client, pair):
    _studio, lead, first, second = pair
    client.force_login(lead)
    page = client.get(address(first))
    assert f'value="{second.pk}"' in page.content.decode()
    page = client.get(address(first), {"with": second.pk})
    assert "+1" in page.content.decode()
    assert [row.label for row in page.context["changed"]].count("Members") == 2  # of the group, and of all


@pytest.mark.parametrize("asked", ["0", "x", "9" * 30, "-1"])
def test_what_is_no_report_of_the_kind_is_told(client, pair, asked):
    _studio, lead, first, _second = pair
    client.force_login(lead)
    page = client.get(address(first), {"with": asked})
    assert page.status_code == 200
    assert "There is no such report" in page.content.decode()


def test_a_report_of_another_studio_is_none(client, pair, tmp_path):
    _studio, lead, first, _second = pair
    other = make_full_studio_with_another_name(tmp_path)
    client.force_login(lead)
    assert not client.get(address(first), {"with": other.pk}).context["rows"]
    assert client.get(address(other)).status_code == 404


def make_full_studio_with_another_name(tmp_path):
    studio = make_studio()
    return make_report(
        studio, make_person(studio, "lead"), tmp_path, asked=ask(studio, languages=["en"], formats=["html"])
    )
