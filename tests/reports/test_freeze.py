"""The frozen document: one text, both languages, the same bytes each time."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from studio.reports import encode, formats
from studio.reports.blocks import Cell, Column, Heading, Table, Text
from studio.reports.freeze import canonical, digest, localised
from studio.reports.text import Both, both, exact, joined, named

from .sample import document


def test_canonical_text_does_not_depend_on_the_order_of_keys():
    made = document()
    turned = dict(reversed(made.items()))
    assert canonical(made) == canonical(turned)
    assert digest(canonical(made)) == digest(canonical(turned))


def test_canonical_text_keeps_characters_and_refuses_what_json_cannot_say():
    assert canonical({"name": "郭䶮·𠮷"}) == '{"name":"郭䶮·𠮷"}'
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical({"value": float("nan")})


def test_localised_leaves_no_text_of_the_other_language():
    english = canonical(localised(document(), "en"))
    assert "员工培训" not in english
    assert "Employee training" in english
    assert "Employee training" not in canonical(localised(document(), "zh"))


def test_both_asks_each_language_whatever_language_is_in_force():
    with translation.override("zh-hans"):
        said = both(_("yes"))
    assert said == both(_("yes"))
    assert said.en == "yes"


def test_both_fills_parameters_in_their_own_language():
    said = both("%(group)s: %(count)s", group=Both("Electrical", "电气"), count=3)
    assert said == Both("Electrical: 3", "电气: 3")


def test_names_fall_back_to_the_language_there_is():
    class Named:
        name, name_en = "", "Sun Qin"

    assert named(Named()) == Both("Sun Qin", "Sun Qin")
    assert named(None) == Both("", "")


def test_lists_are_separated_as_each_language_does():
    assert joined([Both("a", "甲"), "", Both("b", "乙")]) == Both("a, b", "甲、乙")


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (1234, "count", "1,234"),
        (0, "count", "0"),
        (None, "count", "–"),
        ("", "text", "–"),
        (Decimal("1864250.00"), "money", "186.43"),
        (Decimal("93.45"), "percent", "93.5"),
        (Decimal("1234.50"), "hours", "1,234.5"),
        (Decimal("2.00"), "hours", "2"),
        (date(2021, 10, 28), "date", "2021-10-28"),
    ],
)
def test_cells_are_shown_as_people_read_them(value, kind, text):
    assert encode.cell(value, kind)["text"] == {"en": text, "zh": text}


def test_exact_values_are_kept_beside_what_is_shown():
    assert encode.cell(Decimal("1864250.00"), "money")["value"] == "1864250.00"
    assert encode.cell(date(2021, 10, 28), "date")["value"] == "2021-10-28"
    assert encode.cell(Cell(3, url="/s/x/"), "count") == {"text": {"en": "3", "zh": "3"}, "value": 3, "url": "/s/x/"}
    with pytest.raises(TypeError):
        exact(1.5)


def test_tables_put_the_unit_of_money_into_the_head_and_refuse_rows_of_another_length():
    columns = [Column("What"), Column("Net", "money")]
    made = encode.encode(Table(columns, [["a", Decimal(1)]]), None)
    assert made["columns"][1]["align"] == "right"
    assert made["columns"][1]["unit"]["en"] == str(formats.UNITS["money"])
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        encode.encode(Table(columns, [["a"]]), None)


def test_text_in_one_language_is_printed_in_the_other_too():
    assert encode.encode(Text(Both("", "只有中文")), None)["text"] == {"en": "只有中文", "zh": "只有中文"}
    assert encode.encode(Heading(Both("Only", "")), None)["text"]["zh"] == "Only"
