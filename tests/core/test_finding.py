"""Search tokens, the column that holds them, and the index that finds them, on the database of this run."""

import pytest
from django.apps import apps
from django.db import connection, transaction

from studio.core.apps import make_indexes_and_triggers
from studio.core.finding import Sought, fill, search_field_of, tokens_asked
from studio.core.finding.tokens import tokens_of
from studio.organisation.models import Honour, Person
from tests.factories import make_person, make_studio

FOUND = [
    ("离心泵结构与检修", "离心泵"),
    ("离心泵结构与检修", "检修"),
    ("离心泵结构与检修", "修"),
    ("离心泵结构与检修", "泵"),
    ("离心泵结构与检修", "lxb"),
    ("离心泵结构与检修", "JGYJX"),
    ("离心泵结构与检修", "离心 检修"),
    ("DCS组态", "dcs组态"),
    ("DCS组态", "ＤＣＳ"),
    ("ＤＣＳ组态", "dcs"),
    ("Centrifugal pump structure", "centri pump"),
    ("𠮷泵房", "𠮷"),
    ("𠮷泵房", "𠮷泵"),
    ("王𬭎", "王𬭎"),
    ("单志明", "szm"),
    ("单志明", "dzm"),
    ("单志明", "shanzhim"),
    ("ZL 2021 2 0312345.6", "ZL202120312345.6"),
    ("ZL202120312345.6", "2021203"),
    ("ZL202120312345.6", "ZL 2021 2 0312345.6"),
    ("MT-2020-013", "mt2020013"),
    ("MT-2020-013", "2020-013"),
    ("010003", "010003"),
    ("0100０3", "01000"),
]
NOT_FOUND = [
    ("离心泵结构与检修", "压缩机"),
    ("离心泵结构与检修", "心离"),
    ("离心泵结构与检修", "离心 压缩"),
    ("Centrifugal pump", "entrifugal"),
    ("Vitamin A", "v"),
    ("MT-2020-013", "2021"),
]


@pytest.mark.parametrize(("text", "asked"), FOUND)
@pytest.mark.django_db
def test_found(text, asked):
    studio = make_studio()
    honour = Honour.objects.create(studio=studio, title=text, level="city", year=2020)
    Honour.objects.create(studio=studio, title="别的", level="city", year=2020)
    assert [*Honour.objects.filter(search__matches=Sought(asked, studio.pk))] == [honour]
    assert [*Honour.objects.filter(search__matches=asked)] == [honour]


@pytest.mark.parametrize(("text", "asked"), NOT_FOUND)
@pytest.mark.django_db
def test_not_found(text, asked):
    studio = make_studio()
    Honour.objects.create(studio=studio, title=text, level="city", year=2020)
    assert not Honour.objects.filter(search__matches=asked).exists()


@pytest.mark.parametrize("asked", ["", "-- !", "§1", "'", '"', "a' | 'b", "\\", "*", "()", "AND", "x" * 300])
@pytest.mark.django_db
def test_nothing_a_person_types_breaks_the_query(asked):
    studio = make_studio()
    Honour.objects.create(studio=studio, title="铁人", level="city", year=2020)
    assert not Honour.objects.filter(search__matches=Sought(asked, studio.pk)).exists()


def test_tokens_hold_letters_and_digits_only():
    for token in tokens_of(["离心泵-A/B 'x' \"y\" §7 *", "单·志明", None]):
        assert token.isalnum()
    assert len(tokens_asked("词 " * 60)) <= 12


@pytest.mark.django_db
class TestColumn:
    def honour(self, studio, title="旧名"):
        return Honour.objects.create(studio=studio, title=title, level="city", year=2020)

    def found(self, asked):
        return list(Honour.objects.filter(search__matches=asked))

    def test_every_way_of_writing_keeps_it_in_step(self):
        studio = make_studio()
        one = self.honour(studio)
        one.title = "新名"
        one.save()
        assert self.found("新名") == [one] and not self.found("旧名")
        one.title = "第三"
        one.save(update_fields=["title"])
        assert self.found("第三") == [one]
        one.title = "第四"
        Honour.objects.bulk_update([one], ["title"])
        assert self.found("第四") == [one] and not self.found("第三")
        values = {"studio": studio, "level": "city", "year": 2020, "valid_from": "2020-01-01"}
        (two,) = Honour.objects.bulk_create([Honour(title="第五", **values)])
        assert self.found("第五") == [two]
        two.delete()
        assert not self.found("第五")

    def test_what_the_database_alone_would_change_is_refused(self):
        self.honour(make_studio())
        with pytest.raises(TypeError, match="search"):
            Honour.objects.update(title="x")
        with pytest.raises(TypeError, match="search"):
            Person.objects.filter(pk=1).update(name="x")
        Honour.objects.update(level="national")

    def test_a_column_left_behind_is_filled_again(self):
        one = self.honour(make_studio())
        Honour._base_manager.update(title="旁路")
        assert not self.found("旁路")
        assert fill(Honour) == 1
        assert self.found("旁路") == [one]
        assert fill(Honour) == 0

    def test_another_studio_is_left_aside_by_the_index(self):
        one, other = make_studio(), make_studio()
        mine = self.honour(one)
        self.honour(other)
        assert list(Honour.objects.filter(search__matches=Sought("旧名", one.pk))) == [mine]

    def test_contacts_are_no_search_words(self):
        person = make_person(make_studio(), name="陈志明", phone="13812345678", email="chen@example.org")
        assert "1381234" not in person.search and "chen@" not in person.search and "example" not in person.search
        assert Person.objects.filter(search__matches="czm").get() == person


@pytest.mark.django_db
def test_the_index_is_used():
    """By the database's own word. A small table would be read whole, so PostgreSQL is told not to."""
    make_studio()
    rows = Honour.objects.filter(search__matches="离心泵")
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        plan = rows.explain()
    assert "search_of_organisation_honour" in plan or "VIRTUAL TABLE INDEX" in plan, plan
    assert "Seq Scan on organisation_honour" not in plan and "SCAN organisation_honour" not in plan, plan


@pytest.mark.django_db
def test_the_index_is_mended_after_a_table_was_rebuilt():
    """Django rebuilds a table on SQLite to change it, and its triggers are gone then."""
    one = Honour.objects.create(studio=make_studio(), title="旧名", level="city", year=2020)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER search_of_organisation_honour_update")
        else:
            cursor.execute("DROP INDEX search_of_organisation_honour")
    one.title = "新名"
    one.save()
    connection.check_constraints()  # PostgreSQL builds no index while it still has something to check
    make_indexes_and_triggers([config for config in apps.get_app_configs() if config.models_module][-1])
    assert list(Honour.objects.filter(search__matches="新名")) == [one]
    assert not Honour.objects.filter(search__matches="旧名").exists()
    with connection.cursor() as cursor:
        table = "sqlite_master" if connection.vendor == "sqlite" else "pg_indexes"
        column = "name" if connection.vendor == "sqlite" else "indexname"
        cursor.execute(f"SELECT {column} FROM {table} WHERE {column} LIKE 'search_of_organisation_honour%'")
        assert cursor.fetchall()


def test_every_search_column_names_fields_that_hold_text():
    for model in apps.get_models():
        if field := search_field_of(model):
            for source in field.sources:
                assert model._meta.get_field(source).get_internal_type() in ("CharField", "TextField"), model
