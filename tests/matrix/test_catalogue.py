"""The Chinese catalogue: complete, compiled, and true to the placeholders of the code."""

import gettext
import re

import polib
import pytest

from tests.matrix.texts import ROOT, NotCollectable, of_module, texts

FOLDER = ROOT / "locale" / "zh_Hans" / "LC_MESSAGES"
PLACEHOLDER = re.compile(r"%\((\w+)\)([sd])|(%[sd])|(%%)")
TAG = re.compile(r"<[^>]+>")
HALF_WIDTH = re.compile(r"[一-鿿][,;:!?()]|[,;:!?()][一-鿿]")


@pytest.fixture(scope="module")
def catalogue():
    return polib.pofile(FOLDER / "django.po", encoding="utf-8")


@pytest.fixture(scope="module")
def collected():
    return list(texts())


def said(entry) -> list[str]:
    """Every Chinese form of an entry."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_no_entry_is_missing_fuzzy_or_obsolete(catalogue):
    assert [entry.msgid for entry in catalogue if not all(said(entry)) or not said(entry)] == []
    assert [entry.msgid for entry in catalogue if entry.fuzzy] == []
    assert [entry.msgid for entry in catalogue if entry.obsolete] == []
    assert not catalogue.metadata_is_fuzzy


def test_it_holds_exactly_the_texts_of_the_code(catalogue, collected):
    written = {text.key: text.place for text in collected}
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue}
    missing = {place: key for key, place in written.items() if key not in known}
    assert missing == {}, "not in the catalogue: run `make messages` and translate"
    assert known - set(written) == set(), "no longer in the code: run `make messages`"


def test_plurals_are_those_of_the_code(catalogue, collected):
    plurals = {text.key: text.plural for text in collected if text.plural}
    assert {(e.msgctxt, e.msgid): e.msgid_plural for e in catalogue if e.msgid_plural} == plurals
    assert catalogue.metadata["Plural-Forms"] == "nplurals=1; plural=0;"


def test_placeholders_and_tags_are_kept(catalogue):
    wrong = []
    for entry in catalogue:
        source = entry.msgid_plural or entry.msgid
        for text in said(entry):
            same = set(PLACEHOLDER.findall(source)) == set(PLACEHOLDER.findall(text))
            if "python-format" in entry.flags and not same:
                wrong.append((entry.msgid, text))
            if sorted(TAG.findall(source)) != sorted(TAG.findall(text)):
                wrong.append((entry.msgid, text))
    assert wrong == []


def test_ends_and_line_breaks_match(catalogue):
    """gettext refuses a text that begins or ends with a line break where its source does not."""
    for entry in catalogue:
        for text in said(entry):
            assert text.startswith("\n") == entry.msgid.startswith("\n"), entry.msgid
            assert text.endswith("\n") == entry.msgid.endswith("\n"), entry.msgid


def test_the_compiled_file_says_the_same(catalogue):
    with (FOLDER / "django.mo").open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    for entry in catalogue:
        if entry.msgid_plural:
            assert compiled.ngettext(entry.msgid, entry.msgid_plural, 2) == entry.msgstr_plural[0]
        elif entry.msgctxt:
            assert compiled.pgettext(entry.msgctxt, entry.msgid) == entry.msgstr
        else:
            assert compiled.gettext(entry.msgid) == entry.msgstr
    assert len([key for key in compiled._catalog if key]) == len(catalogue), "run `make messages`"


def test_the_words_are_as_the_house_has_them(catalogue):
    """Full-width punctuation beside Chinese, no exclamation, nothing "successful"."""
    for entry in catalogue:
        for text in said(entry):
            plain = TAG.sub("", PLACEHOLDER.sub("", text))
            assert not HALF_WIDTH.search(plain), text
            assert "！" not in text and "成功" not in text, text


def test_it_tells_nothing_about_machines_or_people():
    header = (FOLDER / "django.po").read_text(encoding="utf-8").split("\n\n", 1)[0]
    assert "/" not in header.replace("text/plain", "") and "@" not in header
    assert "\n#: " not in (FOLDER / "django.po").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", ["f\"{_('Hidden')}\"", "_(name)", "_(f'{name}')", '_("a" + name)'])
def test_a_text_that_cannot_be_collected_is_named(tmp_path, monkeypatch, line):
    monkeypatch.setattr("tests.matrix.texts.ROOT", tmp_path)
    module = tmp_path / "module.py"
    module.write_text(f"from django.utils.translation import gettext as _\n\nname = 1\nsaid = {line}\n")
    with pytest.raises(NotCollectable, match=r"module\.py:4"):
        list(of_module(module))
