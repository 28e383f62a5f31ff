"""The page of one file: nothing fetched, no script, everything people wrote escaped."""

import re

from django.test import override_settings

from studio.reports.writers import html

from .sample import b, document


def page(language="en", made=None):
    return html.write(made or document(), language).decode()


def test_it_is_complete_and_fetches_nothing():
    text = page("zh")
    assert '<html lang="zh-Hans">' in text
    assert "<script" not in text
    assert not re.search(r'\b(src|href)="(?!#|http://127\.0\.0\.1:8000/s/)', text)
    assert "@import" not in text
    assert "url(" not in text


def test_charts_are_drawings_with_their_numbers_as_a_table():
    text = page()
    assert text.count("<svg") == 3
    assert text.count("<details>") == 3


def test_links_lead_to_the_product():
    assert "http://127.0.0.1:8000/s/sample/training/sessions/?figure=training.person_times&amp;from=" in page()


def test_what_people_write_is_escaped():
    made = document()
    made["chapters"][1]["own"] = b("<script>alert(1)</script>")
    made["chapters"][1]["blocks"][3]["categories"][0] = b("</svg><script>alert(2)</script>")
    made["studio"]["name"] = b("{{ 1 }}<b>")
    text = page(made=made)
    assert "<script" not in text
    assert "{{ 1 }}&lt;b&gt;" in text


@override_settings(LANGUAGE_CODE="zh-hans")
def test_the_words_come_from_the_document_not_from_the_reader():
    made = document()
    made["words"]["contents"] = b("Contents!", "目录！")
    assert "Contents!" in page("en", made)
    assert "目录！" in page("zh", made)


def test_tables_without_rows_say_so():
    assert 'class="report-empty">None<' in page()
