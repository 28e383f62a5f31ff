"""The document of a studio: chapters in order, every figure in the annex with its rows, both languages."""

import hashlib
from datetime import date

import pytest

from studio.indicators import engine
from studio.reports import making, texts
from studio.reports.context import Context
from studio.reports.freeze import canonical
from tests.factories import make_person

from .factories import ask, make_full_studio

pytestmark = pytest.mark.django_db


@pytest.fixture
def studio():
    return make_full_studio()


def texts_in(value):
    if isinstance(value, dict):
        if value.keys() == {"en", "zh"}:
            yield value
        else:
            for part in value.values():
                yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)


def test_chapters_come_in_their_order_and_empty_ones_stay_out(studio):
    document = making.compute(ask(studio), studio)
    keys = [chapter["key"] for chapter in document["chapters"]]
    assert keys[:2] == ["basics", "groups"]
    assert "foreword" not in keys, "the lead wrote nothing"
    assert keys[-2:] == ["self-assessment", "next"]


def test_the_same_state_gives_the_same_text(studio):
    first, second = (making.freeze(making.compute(ask(studio), studio)) for _again in range(2))
    assert first.text == second.text
    assert first.sha256 == hashlib.sha256(first.text.encode()).hexdigest()


def test_every_used_figure_is_in_the_annex_with_value_window_and_rows(studio):
    asked = ask(studio)
    document = making.compute(asked, studio)
    members = {one["discipline"]["scope"]: one for one in document["figures"] if one["key"] == "members"}
    whole = members["all"]
    rows = sorted(engine.rows("members", studio, asked.period).values_list("pk", flat=True))
    assert whole["value"] == 6
    assert whole["rows"] == rows
    assert whole["rows_sha256"] == hashlib.sha256(",".join(map(str, rows)).encode()).hexdigest()
    assert (whole["from"], whole["to"], whole["as_of"]) == ("2021-01-01", "2021-12-31", "2021-12-31")
    assert whole["definition"]["en"]
    assert "reported=6" in whole["url"]
    assert [one["value"] for scope, one in members.items() if scope != "all" and one["value"]] == [3, 3]


def test_many_rows_are_kept_as_their_hash_only(studio, monkeypatch):
    monkeypatch.setattr("studio.reports.document.MOST_IDS", 5)
    document = making.compute(ask(studio), studio)
    whole = next(one for one in document["figures"] if one["key"] == "members")
    assert "rows" not in whole
    assert whole["row_count"] == 6


def test_a_discipline_narrows_everything(studio):
    from disciplines.models import Group

    group = Group.objects.filter(studio=studio).first()
    document = making.compute(ask(studio, discipline=group.discipline.key), studio)
    assert document["discipline"]["key"] == group.discipline.key
    text = canonical(document["chapters"])
    assert "Rotating group" in text
    assert "Electrical group" not in text
    assert {one["value"] for one in document["figures"] if one["key"] == "members"} == {3}


def test_every_text_is_there_in_both_languages(studio):
    document = making.compute(ask(studio), studio)
    assert all(bool(text["en"]) == bool(text["zh"]) for text in texts_in(document))
    assert document["studio"]["honours"][0]["title"] == {"en": "National Studio", "zh": "全国示范性工作室"}


def test_own_words_stand_in_their_chapter_and_in_their_group(studio):
    from disciplines.models import Group

    lead = make_person(studio, "lead")
    group = Group.objects.filter(studio=studio).first()
    where = {"period_key": "2021", "language": "zh-hans"}
    texts.write(studio, lead, chapter="foreword", discipline=None, body="开篇的话", **where)
    texts.write(studio, lead, chapter="groups", discipline=group.discipline, body="本组的话", **where)
    document = making.compute(ask(studio), studio)
    first, groups = document["chapters"][0], document["chapters"][2]
    assert (first["key"], first["own"]) == ("foreword", {"en": "开篇的话", "zh": "开篇的话"})
    said = [block["text"]["en"] for block in groups["blocks"] if block["type"] == "text"]
    assert said == ["本组的话"]
    assert making.compute(ask(studio, period="2020"), studio)["chapters"][0]["key"] == "basics"


def test_a_studio_of_another_company_leaves_no_trace(studio):
    other = make_full_studio()
    other.name_en = "Canary Studio"
    other.save()
    make_person(other, "member", name_en="Canary Member")
    assert "Canary" not in making.freeze(making.compute(ask(studio), studio)).text


def test_an_empty_studio_still_has_its_briefing(db):
    from tests.factories import make_studio

    document = making.compute(ask(None), make_studio())
    assert document["chapters"][0]["key"] == "basics"
    assert document["studio"]["lead"] is None


def test_records_a_person_does_not_see_are_not_in_the_lists_made_for_that_person(studio):
    from disciplines.models import Group
    from studio.core.periods import Period

    stranger = make_person()
    assert Context(studio, Period.year(2021)).visible(Group).count() == 2
    assert Context(studio, Period.year(2021), actor=stranger).visible(Group).count() == 0
    assert Context(studio, Period.year(2021)).as_of == date(2021, 12, 31)
