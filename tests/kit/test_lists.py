import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from disciplines.models import Discipline
from tests.factories import join_group, make_group, make_person, make_studio

ADDRESS = "/s/here/kit/members/"


def text_of(response):
    return response.content.decode()


def test_the_same_number_of_queries_for_1_and_50_rows(sign_in, office, people):
    client = sign_in(office)
    people(1)
    counts = []
    for more in (0, 49):
        people(more)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(ADDRESS).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12, counts


def test_a_fragment_holds_the_list_only(sign_in, office, people):
    people(2)
    headers = {"HX-Request": "true", "HX-Target": "list"}
    page = text_of(sign_in(office).get(ADDRESS, headers=headers))
    assert "<html" not in page and page.count("<tr>") == 3


def test_foreign_rows_stay_out(sign_in, office, people):
    people(1)
    other = make_studio(slug="elsewhere")
    join_group(make_group(other), make_person(other, name_en="Canary Person"))
    assert "Canary" not in text_of(sign_in(office).get(ADDRESS))
    assert sign_in(office).get("/s/elsewhere/kit/members/").status_code == 404


def test_anonymous_people_are_asked_to_sign_in(client, studio):
    assert client.get(ADDRESS).status_code == 302


def test_an_empty_list_says_what_it_is_for_and_offers_the_first_step(sign_in, office, member, group):
    page = text_of(sign_in(office).get(ADDRESS))
    assert "Who belongs to which discipline group" in page and "/members/new/" in page
    assert "/members/new/" not in text_of(sign_in(member).get(ADDRESS))


def test_period_and_discipline_narrow_and_stay_in_the_menu(sign_in, office, studio, group):
    join_group(group, make_person(studio, name_en="Early One"), from_date="2020-05-01")
    join_group(group, make_person(studio, name_en="Late One"), from_date="2021-05-01")
    other = make_group(studio, Discipline.objects.get(key="static"))
    join_group(other, make_person(studio, name_en="Static One"), from_date="2021-05-01")
    response = sign_in(office).get(ADDRESS, {"period": "2021", "discipline": "rotating"})
    page = text_of(response)
    assert "Late One" in page and "Early One" not in page and "Static One" not in page
    assert response.context["scope"].query == "?period=2021&discipline=rotating"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"period": "2021-H9"}, "is no period"),
        ({"period_from": "2021-02-30", "period_to": "2021-03-01"}, "is no date"),
        ({"period_from": "2021-03-02", "period_to": "2021-03-01"}, "ends before it starts"),
        ({"discipline": "nothing"}, "no such discipline"),
        ({"sort": "nothing"}, "cannot be sorted"),
        ({"from_date_after": "2021-13-01"}, "From"),
        ({"position": "emperor"}, "Position"),
        ({"figure": "nothing"}, "There is no figure"),
    ],
)
def test_what_cannot_be_read_is_named_and_the_rest_is_kept(sign_in, office, people, query, said):
    people(2)
    response = sign_in(office).get(ADDRESS, query)
    assert response.status_code == 200
    assert said in " ".join(response.context["selection"].errors)
    assert "Name 001" in text_of(response)


def test_another_studios_record_is_no_filter_choice(sign_in, office, people):
    people(1)
    foreign = make_group(make_studio(), name_en="Canary group")
    response = sign_in(office).get(ADDRESS, {"group": foreign.pk})
    assert "Discipline group" in response.context["selection"].errors[0]
    assert "Canary" not in text_of(response)


def test_set_filters_show_as_chips_that_can_be_removed(sign_in, office, people):
    people(1)
    response = sign_in(office).get(ADDRESS, {"position": "leader", "from_date_after": "2020-01-01", "period": "2021"})
    chips = [(chip.label, chip.value) for chip in response.context["selection"].chips]
    assert chips == [("From", "2020-01-01 – …"), ("Position", "Group leader")] or set(chips) == {
        ("From", "2020-01-01 – …"),
        ("Position", "Group leader"),
    }
    assert "Nothing matches" in text_of(response)


def test_the_filter_form_is_loaded_late(sign_in, office, people):
    people(3)
    client = sign_in(office)
    page = text_of(client.get(ADDRESS))
    assert "part=filters" in page and "id_person" not in page
    form = text_of(client.get(ADDRESS, {"part": "filters", "sort": "person"}, headers={"HX-Request": "true"}))
    assert 'id="id_person"' in form and 'name="sort" value="person"' in form


def test_sorting_and_columns_come_from_the_address(sign_in, office, people):
    people(3)
    response = sign_in(office).get(ADDRESS, {"sort": "-person", "cols": ["person", "to_date"]})
    page = text_of(response)
    assert page.index("Name 002") < page.index("Name 001")
    assert [head.cell.key for head in response.context["heads"]] == ["person", "to_date"]
    assert 'aria-sort="descending"' in page


def test_the_list_can_be_sorted_by_a_column_that_is_not_shown(sign_in, office, people):
    people(1)
    assert sign_in(office).get(ADDRESS, {"sort": "pinyin"}).context["selection"].errors == []
