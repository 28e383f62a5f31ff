"""The search box of a list: words narrow it, together with filters, in the page and in the export."""

import pytest

from studio.core.finding import search_field_of
from studio.kit.lists import ListPage
from studio.kit.searching import searched, searched_as
from tests.factories import join_group, make_group, make_person, make_studio
from tests.matrix.walking import pages

ADDRESS = "/s/here/people/"
PLACES = "/s/here/disciplines/members/"
# Their rows have no words of their own, or stand in the table of something else.
WITHOUT = {"jobs:job_list", "reports:report_list", "reports:delivery_list", "regulations:rule_list"}


def text_of(response):
    return response.content.decode()


@pytest.fixture
def chen(studio):
    return make_person(studio, "member", name="陈志明", name_en="Chen Zhiming", employee_number="010007")


@pytest.mark.parametrize("words", ["志明", "czm", "zhim", "chen", "０１０００７", "陈志明 chen"])
def test_words_narrow_the_list(sign_in, office, chen, studio, words):
    make_person(studio, "member", name="林晓雯", name_en="Lin Xiaowen")
    page = text_of(sign_in(office).get(ADDRESS, {"q": words}))
    assert "Chen Zhiming" in page and "Lin Xiaowen" not in page
    assert 'value="' + words + '"' in page


def test_words_are_looked_for_in_what_a_row_leads_to(sign_in, office, chen, studio, group):
    join_group(group, chen)
    join_group(group, make_person(studio, name_en="Lin Xiaowen"))
    client = sign_in(office)
    group_word = str(group).split()[0]
    for words, found in [("czm", True), (f"czm {group_word}", True), (f"czm {group_word} nothing", False)]:
        page = text_of(client.get(PLACES, {"q": words}))
        assert ("Chen Zhiming" in page) == found, words
        assert "Lin Xiaowen" not in page


def test_nothing_found_is_said_and_the_box_stays(sign_in, office, chen):
    for words in ("压缩机", "--"):
        page = text_of(sign_in(office).get(ADDRESS, {"q": words}))
        assert f"Nothing here holds “{words}”" in page and 'name="q"' in page


def test_filters_stay_beside_the_words_and_the_export_honours_both(sign_in, office, chen, studio):
    make_person(studio, "member", name="陈志明", name_en="Chen Another", is_active=False)
    make_person(studio, "member", name="林晓雯", name_en="Lin Xiaowen")
    client, query = sign_in(office), "?q=%E5%BF%97%E6%98%8E&is_active=true"
    page = text_of(client.get(ADDRESS + query))
    assert "Chen Zhiming" in page and "Chen Another" not in page
    assert '<input type="hidden" name="is_active" value="true">' in page, "searching again keeps the filter"
    assert f'action="{ADDRESS}export/{query.replace("&", "&amp;")}"' in page
    sheet = client.post(f"{ADDRESS}export/{query}", {"format": "csv"}).content.decode("utf-8-sig")
    assert len(sheet.strip().splitlines()) == 2 and "Chen Zhiming" in sheet


def test_foreign_rows_stay_out(sign_in, office, group):
    other = make_studio(slug="elsewhere")
    join_group(make_group(other), make_person(other, name="红隼志明", name_en="Canary Person"))
    client = sign_in(office)
    for address in (ADDRESS, PLACES):
        assert "Canary" not in text_of(client.get(address, {"q": "红隼"}))


def test_every_list_can_be_searched(db):
    lists = {name: view for name, view, options in pages(ListPage) if not options.get("exports")}
    without = {name for name, view in lists.items() if not name.startswith("kitpages") and not declared(view)}
    assert without == WITHOUT


def declared(view) -> bool:
    return searched_as(view.record_model()) is not None


@pytest.mark.parametrize("key", list(searched.keys()))
def test_what_is_declared_has_somewhere_to_look(key):
    entry = searched[key]
    assert search_field_of(entry.model) or entry.through
    entry.columns.table(entry.shows.split())
    assert set(entry.shows.split()) <= set(entry.columns.columns)
    assert not entry.icon or (entry.order and entry.columns.url)
    list(entry.find(entry.model.objects.all(), "词 word", make_studio()))


def test_many_hits_are_not_counted_to_the_end(sign_in, office, people, monkeypatch):
    """Counting thousands of hits would cost more than the page; the list goes on by key."""
    people(70)
    monkeypatch.setattr("studio.kit.lists.FOUND_COUNTED", 60)
    page = text_of(sign_in(office).get(ADDRESS, {"q": "name"}))
    assert "more than 60" in page and "after=" in page
    assert "more than" not in text_of(sign_in(office).get(ADDRESS))
