import pytest

from studio.core.text import bad_characters, fold, fold_number, pinyin_key


@pytest.mark.parametrize(
    ("typed", "stored"), [("００１２３", "00123"), (" 0012 3 ", "00123"), ("ab-7", "AB-7"), ("", "")]
)
def test_employee_numbers_have_one_form(typed, stored):
    assert fold_number(typed) == stored


def test_fold_compares_without_case_width_and_blanks():
    assert fold(" Ａbc  DEF ") == fold("abc def")


@pytest.mark.parametrize("name", ["买买提·艾力", "㐂田", "𠮷野家", "O'Neil", "Zhang San", "王 五", "赵\n钱"])
def test_names_keep_every_character_people_have(name):
    assert bad_characters(name) == []


@pytest.mark.parametrize("text", ["a\x00b", "a\u202eb", "\u2066x", "\x1b[0m", "\ud800"])
def test_control_and_direction_characters_are_named(text):
    assert bad_characters(text)


def test_pinyin_order_and_surname_readings():
    names = ["张三", "单田芳", "安宁", "Bob"]
    assert sorted(names, key=pinyin_key) == ["安宁", "Bob", "单田芳", "张三"]
    assert pinyin_key("曾国强").startswith("zeng")
    assert pinyin_key("") == ""
