"""Reading a table that people keep: XLSX, or CSV in the encodings of Chinese spreadsheets."""

import csv
import io
import zipfile
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

MOST_BYTES, MOST_ROWS = 10 * 1024 * 1024, 20_000
ENCODINGS = ("utf-8-sig", "gb18030")  # GBK is part of GB18030


class UnreadableSheet(ValueError):
    """A file that is no such table; the message says what to do."""


def read_sheet(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The heads, and the rows that are not empty with their line numbers; every cell as text."""
    try:
        size = path.stat().st_size
    except OSError as problem:
        raise UnreadableSheet(f"{path}: {problem.strerror}.") from problem
    if size > MOST_BYTES:
        raise UnreadableSheet(f"{path.name} is larger than 10 MB. Split it.")
    ending = path.suffix.lower()
    if ending not in (".csv", ".xlsx"):
        raise UnreadableSheet(f"{path.name}: save the table as .xlsx or .csv.")
    lines = _xlsx(path) if ending == ".xlsx" else _csv(path)
    rows = [(number, cells) for number, cells in enumerate(lines, start=1) if any(cells)]
    if len(rows) < 2:
        raise UnreadableSheet(f"{path.name} holds no rows under its heads.")
    if len(rows) > MOST_ROWS:
        raise UnreadableSheet(f"{path.name} holds more than {MOST_ROWS:,} rows. Split it.")
    (_number, heads), *rest = rows
    return heads, rest


def _csv(path: Path) -> list[list[str]]:
    content = path.read_bytes()
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UnreadableSheet(f"{path.name} is UTF-16. Save it as CSV UTF-8.")
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    else:
        raise UnreadableSheet(f"{path.name} is neither UTF-8 nor GBK / GB18030. Save it as CSV UTF-8.")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return [
            [cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        ]
    except csv.Error as problem:
        raise UnreadableSheet(f"{path.name} is no readable CSV: {problem}.") from problem


def _xlsx(path: Path) -> list[list[str]]:
    try:
        with zipfile.ZipFile(path) as parts:
            if sum(part.file_size for part in parts.infolist()) > 20 * MOST_BYTES:
                raise UnreadableSheet(f"{path.name} unpacks to more than 200 MB.")
        sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
    except PasswordError as problem:
        raise UnreadableSheet(f"{path.name} is protected by a password. Save it without.") from problem
    except (CalamineError, zipfile.BadZipFile) as problem:
        raise UnreadableSheet(f"{path.name} is no readable XLSX file.") from problem
    return [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 2)]


def _text(cell) -> str:
    """Whole numbers come as floats: 1001.0 is the number 1001."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
