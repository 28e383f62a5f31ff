import csv
import io
from datetime import date

import pytest
from django.db import connection
from django.http import QueryDict
from django.urls import resolve
from python_calamine import CalamineWorkbook

from studio.audit.models import AuditRow
from studio.kit import exporting
from studio.kit.selection import Selection
from tests.factories import join_group, make_group, make_person, make_studio

ADDRESS = "/s/here/kit/members/export/"


def rows_of(response):
    body = b"".join(response) if response.streaming else response.content
    return CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_index(0).to_python()


def test_a_workbook_holds_the_filtered_rows_with_real_dates(sign_in, office, studio, group):
    join_group(group, make_person(studio, name_en="Early"), from_date="2020-05-01")
    join_group(group, make_person(studio, name_en="Late"), from_date="2021-05-01")
    query = "?period=2021&cols=person&cols=from_date"
    response = sign_in(office).post(ADDRESS + query, {"format": "xlsx"})
    head, *rows = rows_of(response)
    assert head == ["Person", "From"]
    assert rows == [["Late", date(2021, 5, 1)]]
    assert response["X-Content-Type-Options"] == "nosniff" and "attachment" in response["Content-Disposition"]


def test_csv_opens_in_chinese_excel_and_runs_no_formula(sign_in, office, studio, group):
    for number, name in enumerate(["=1+1", "+1", "-1", "@x", "\t=1", "李敏"]):
        join_group(group, make_person(studio, name=name if number == 5 else "", name_en="" if number == 5 else name))
    response = sign_in(office).post(ADDRESS + "?cols=person&sort=person", {"format": "csv"})
    assert response.content.startswith(b"\xef\xbb\xbf")
    cells = {row[0] for row in csv.reader(io.StringIO(response.content.decode("utf-8-sig")))}
    assert {"'=1+1", "'+1", "'-1", "'@x", "李敏"} <= cells
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in cells)


def test_formulas_are_text_in_a_workbook(sign_in, office, studio, group):
    join_group(group, make_person(studio, name_en="=HYPERLINK(1)"))
    response = sign_in(office).post(ADDRESS + "?cols=person", {"format": "xlsx"})
    assert rows_of(response)[1:] == [["=HYPERLINK(1)"]]
    assert b"<f>" not in response.content


def test_an_export_is_noted_and_holds_no_foreign_row(sign_in, office, people):
    people(2)
    other = make_studio()
    join_group(make_group(other), make_person(other, name_en="Canary"))
    response = sign_in(office).post(ADDRESS, {"format": "csv"})
    assert b"Canary" not in response.content
    row = AuditRow.objects.get(verb="export")
    assert row.actor_id == office.pk and row.facts == {"list": "kitpages:member", "format": "csv", "rows": 2}


def test_export_is_a_post_and_the_list_is_not(sign_in, office, group):
    client = sign_in(office)
    assert client.get(ADDRESS).status_code == 405
    assert client.post("/s/here/kit/members/").status_code == 405
    assert client.post(ADDRESS, {"format": "exe"}).status_code == 400


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_long_list_becomes_a_job_whose_file_only_the_asker_fetches(sign_in, office, member, people, monkeypatch):
    from studio.jobs.attempt import work
    from studio.jobs.models import Job

    monkeypatch.setattr(exporting, "AT_ONCE", 2)
    people(3)
    response = sign_in(office).post(ADDRESS + "?cols=person", {"format": "csv"})
    job = Job.objects.get(key="kit.export")
    assert response.url == job.get_absolute_url()
    work()
    job.refresh_from_db()
    assert job.state == "done", job.error
    file = sign_in(office).get(job.result["url"])
    assert len(b"".join(file).decode("utf-8-sig").splitlines()) == 4
    assert sign_in(member).get(job.result["url"]).status_code == 404


def pieces(studio, person, query, progress=None):
    """The lines that a background export of the members would write."""
    page = resolve(f"/s/{studio.slug}/kit/members/").func.view_class(route="kit:member")
    page.studio, page.person, page.model = studio, person, page.record_model()
    return list(exporting.fetch(Selection(page, QueryDict(query)), progress))


def test_pieces_keep_the_order_of_the_list_and_tell_their_progress(office, studio, people, monkeypatch):
    people(5)
    whole = pieces(studio, office, "cols=person&sort=-person")
    assert len(whole) == 5
    assert whole == sorted(whole, reverse=True)
    monkeypatch.setattr(exporting, "CHUNK", 2)
    told = []
    assert pieces(studio, office, "cols=person&sort=-person", told.append) == whole
    assert told == [2, 4]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only SQLite refuses a write while a read is open")
def test_no_read_is_open_while_progress_is_written(office, studio, people, monkeypatch):
    """SQLite answers "database is locked" at once when another process wrote since the read began."""
    people(5)
    monkeypatch.setattr(exporting, "CHUNK", 2)
    asked = []

    def progress(done):
        for _twice in range(2):  # SQLite refuses to replace a function while any statement is under way.
            connection.connection.create_function("is_anything_open", 0, lambda: 0)
        asked.append(done)

    pieces(studio, office, "cols=person", progress)
    assert asked
