"""People from tables: encodings, verdicts, and what an import can never do."""

import io

import pytest
import xlsxwriter
from django.core.management import CommandError, call_command

from studio.audit.models import AuditRow
from studio.organisation.models import Person
from tests.factories import make_company, make_person, make_studio

pytestmark = pytest.mark.django_db
HEADS = "工号,姓名,英文名,单位,岗位,手机,邮箱"
ROW = "００12 a,单晓龍,Shan Xiaolong,机动部,钳工,13800001111,shan@example.org"


@pytest.fixture
def studio():
    return make_studio(company=make_company(code="petro"))


def run(studio, path, *options):
    call_command("import_people", str(path), "--studio", studio.slug, *options)


def csv(tmp_path, *rows, heads=HEADS, encoding="utf-8"):
    path = tmp_path / "people.csv"
    path.write_bytes("\r\n".join([heads, *rows]).encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030"])
def test_chinese_tables_in_every_usual_encoding(studio, tmp_path, encoding):
    run(studio, csv(tmp_path, ROW, encoding=encoding))
    person = Person.objects.get(employee_number="0012A")
    assert (person.name, person.name_en, person.unit.name) == ("单晓龍", "Shan Xiaolong", "机动部")
    assert (person.login, person.company) == ("petro-0012a", studio.company)
    assert not person.has_usable_password()
    assert person.sort_key.startswith("shan")
    assert AuditRow.objects.get(verb="people.import").facts == {"created": 1, "updated": 0}


def test_workbooks_keep_whole_numbers_and_leading_zeros(studio, tmp_path):
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Employee number", "Name", "Phone"])
    sheet.write_row(1, 0, [1001, "陈志明", 13800001111])
    sheet.write_row(2, 0, ["0042", "林文斌", ""])
    book.close()
    path = tmp_path / "people.xlsx"
    path.write_bytes(stream.getvalue())
    run(studio, path)
    assert set(Person.objects.values_list("employee_number", "phone")) == {("1001", "13800001111"), ("0042", "")}


def test_a_second_import_updates_by_number_and_empty_cells_say_nothing(studio, tmp_path, capsys):
    run(studio, csv(tmp_path, ROW))
    capsys.readouterr()
    run(studio, csv(tmp_path, "0012A,,,,班长,,"))
    person = Person.objects.get()
    assert (person.post, person.name, person.phone) == ("班长", "单晓龍", "13800001111")
    assert "update 0012A (post)" in capsys.readouterr().out
    run(studio, csv(tmp_path, "0012A,,,,班长,,"))
    assert "1 unchanged" in capsys.readouterr().out


def test_the_same_number_in_another_company_is_somebody_else(studio, tmp_path):
    other = make_person(company=make_company(), employee_number="0012A", name_en="Other")
    run(studio, csv(tmp_path, ROW))
    other.refresh_from_db()
    assert (Person.objects.count(), other.name_en) == (2, "Other")


def test_a_dry_run_writes_nothing(studio, tmp_path, capsys):
    run(studio, csv(tmp_path, ROW), "--dry-run")
    assert "create 单晓龍" in capsys.readouterr().out
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (",陈志明,,,,,", "Employee number missing"),
        ("0099,,,,,,", "Name missing"),
        ("0099,陈志明,,,,,not-an-address", "Value not allowed"),
        (f"0099,{'长' * 100},,,,,", "Value not allowed"),
        (f"0099,陈志明,,{'部' * 300},,,", "Value not allowed"),
        ("0099,陈\u202e明,,,,,", "Value not allowed"),
        ("0012A,陈志明,,,,,", "stands in the table twice"),
    ],
)
def test_one_bad_row_and_nothing_is_written(studio, tmp_path, capsys, row, problem):
    with pytest.raises(CommandError, match="Nothing was written"):
        run(studio, csv(tmp_path, ROW, row))
    assert problem in capsys.readouterr().out
    assert not Person.objects.exists()
    assert not AuditRow.objects.exists()


@pytest.mark.parametrize("head", ["role", "角色", "is_staff", "Administrator", "密码"])
def test_rights_are_never_imported(studio, tmp_path, head):
    with pytest.raises(CommandError, match="Rights are not imported"):
        run(studio, csv(tmp_path, ROW + ",lead", heads=f"{HEADS},{head}"))
    assert not Person.objects.exists()


@pytest.mark.parametrize(("role", "is_staff"), [("lead", False), ("finance", False), (None, True)])
def test_a_stronger_account_is_not_overwritten(studio, tmp_path, capsys, role, is_staff):
    person = make_person(studio, role, is_staff=is_staff, employee_number="0012A", email="real@example.org")
    with pytest.raises(CommandError):
        run(studio, csv(tmp_path, ROW))
    person.refresh_from_db()
    assert person.email == "real@example.org"
    assert "Holds rights" in capsys.readouterr().out


def test_somebody_else_s_sign_in_name_is_not_taken(studio, tmp_path, capsys):
    make_person(company=make_company(), login="chen")
    with pytest.raises(CommandError):
        run(studio, csv(tmp_path, "0099,陈志明,Chen", heads="工号,姓名,登录名"))
    assert "belongs to somebody else" in capsys.readouterr().out


def test_unknown_columns_are_told(studio, tmp_path, capsys):
    run(studio, csv(tmp_path, ROW + ",red", heads=HEADS + ",Helmet"))
    assert "not imported: column Helmet" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("people.csv", "工号,姓名".encode("utf-16"), "UTF-16"),
        ("people.csv", b"\xff\xff\xff,\x80", "neither UTF-8 nor GBK"),
        ("people.csv", b"", "no rows"),
        ("people.csv", "姓名\r\n陈志明".encode(), "employee number"),
        ("people.csv", "工号,工号\r\n1,2".encode(), "Two columns"),
        ("people.txt", b"x", r"\.xlsx or \.csv"),
        ("people.xlsx", b"PK\x03\x04 not a workbook", "no readable XLSX"),
    ],
)
def test_unreadable_files_are_refused_by_name(studio, tmp_path, name, content, message):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CommandError, match=message):
        run(studio, path)


def test_missing_file_and_studio(studio, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        run(studio, tmp_path / "none.csv")
    with pytest.raises(CommandError, match="no studio"):
        call_command("import_people", str(csv(tmp_path, ROW)), "--studio", "nowhere")
