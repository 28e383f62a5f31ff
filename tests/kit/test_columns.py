from datetime import date

import pytest
from django.utils import translation

from disciplines.models import GroupMembership
from tests.factories import join_group, make_person
from tests.kit.urls import group_columns, member_columns


@pytest.fixture
def row(studio, group):
    person = make_person(studio, name="李敏", name_en="Li Min")
    return join_group(group, person, "leader", from_date=date(2021, 3, 1))


def drawn(columns, keys, **options):
    table = columns.table(keys)
    rows = list(table.rows(columns.model.objects.all()))
    return [[str(piece) for _cell, piece in pieces] for _pk, pieces in table.draw(rows, **options)]


def test_kinds_come_from_the_fields(row):
    (pieces,) = drawn(member_columns, ["person", "position", "discipline", "from_date", "to_date"])
    assert pieces[0] == "Li Min"
    assert pieces[1] == row.get_position_display()
    assert "d-rotating" in pieces[2] and "Rotating" in pieces[2]
    assert pieces[3:] == ["2021-03-01", "—"]


def test_names_follow_the_language(row):
    with translation.override("zh-hans"):
        (pieces,) = drawn(member_columns, ["person", "discipline"])
    assert pieces[0] == "李敏" and "动设备" in pieces[1]


def test_a_missing_name_falls_back_to_the_other_language(row):
    row.person.name = ""
    row.person.save()
    with translation.override("zh-hans"):
        assert drawn(member_columns, ["person"]) == [["Li Min"]]


def test_the_first_column_links_and_escapes(row):
    row.person.name_en = "<b>Li</b>"
    row.person.save()
    ((piece,),) = drawn(member_columns, ["person"], link=lambda pk: f"/x/{pk}/")
    assert piece == f'<a href="/x/{row.pk}/">&lt;b&gt;Li&lt;/b&gt;</a>'


def test_rows_take_one_query_and_only_chosen_paths(row, django_assert_num_queries):
    table = member_columns.table(["position"])
    with django_assert_num_queries(1) as queries:
        list(table.rows(GroupMembership.objects.all()))
    assert "person" not in queries[0]["sql"].partition("FROM")[0].replace("person_id", "")


def test_values_for_files_are_typed(row):
    table = member_columns.table(["person", "from_date", "to_date"])
    assert list(table.values(table.rows(GroupMembership.objects.all()))) == [["Li Min", date(2021, 3, 1), None]]


def test_unknown_columns_are_left_out():
    assert member_columns.table(["nothing"]).keys == member_columns.default


def test_sorting_prefers_pinyin_and_catalogue_order():
    sorts = {cell.key: cell.sort for cell in member_columns.table().cells}
    assert sorts["person"] == "person__sort_key"
    assert {cell.key: cell.sort for cell in group_columns.table().cells}["discipline"] == "discipline__order"
