"""A sheet that somebody keeps by hand: read as it is meant, whichever program wrote it, or a finding."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from communique.importing.cells import NoValue
from communique.importing.form import Form, is_encoding
from communique.importing.limits import MAX_SHEET_BYTES, MAX_SHEET_ROWS
from communique.importing.notes import Notes
from communique.importing.reader import ImportFailedError
from communique.importing.sheet import sheet
from support.command_line import Run

ROWS = 'title,note\r\nPlan,"two\r\nlines"\r\n\r\n世界,\r\n'
READ = [(2, ["Plan", "two\r\nlines"]), (5, ["世界", None])]


def written(folder: Path, content: bytes, name: str = "sheet.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def workbook(folder: Path, *rows: list[Any], name: str = "sheet.xlsx") -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        active(book).append(row)
    book.save(folder / name)
    return folder / name


def active(book: openpyxl.Workbook) -> Any:
    return book.active


def read(path: Path, name: str = "") -> tuple[list[str], list[tuple[int, list[Any]]], list[str]]:
    notes = Notes()
    found = sheet(path, notes, Form(name))
    rows = [(number, [*cells]) for number, cells in found.rows]
    return [*found.columns], rows, [f"{each.line}:{each.column}: {each.message}" for each in notes.findings]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_and_separator_says_the_same(tmp_path: Path, separator: str, encoding: str) -> None:
    path = written(tmp_path, ROWS.replace(",", separator).encode(encoding))
    assert read(path) == (["title", "note"], READ, [])


@pytest.mark.parametrize(
    ("text", "encoding"),
    [("Titel;Wer\nMaßnahme zur KI;Behörde\n", "windows-1252"), ("标题;机构\n人工智能计划;国务院\n", "gb18030")],
)
def test_another_encoding_is_named_by_what_it_would_read(tmp_path: Path, text: str, encoding: str) -> None:
    path = written(tmp_path, text.encode(encoding))
    with pytest.raises(ImportFailedError) as refused:
        sheet(path, Notes())
    word = next(each for each in re.split(r"[;\s]", text) if not each.isascii())
    assert f"{encoding} if it says '{word}" in str(refused.value)
    found = sheet(path, Notes(), Form(encoding=encoding))
    assert [[*found.columns], *(cells for _, cells in found.rows)] == [line.split(";") for line in text.splitlines()]
    assert found.form == {"encoding": encoding}


def test_a_mark_counts_more_than_the_encoding_that_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "Titel,Wer\nMaß,A\n".encode("utf-16"))
    assert [*sheet(path, Notes(), Form(encoding="gb18030")).rows] == [(2, ["Maß", "A"])]


@pytest.mark.parametrize("encoding", ["ansi", "base64", "rot13", "idna", "undefined", "x y"])
def test_an_encoding_that_is_none_is_one_line(run: Run, tmp_path: Path, encoding: str) -> None:
    assert not is_encoding(encoding)
    written(tmp_path, b"Title\nA\n")
    done = run("import", "sheet.csv", "--as", "sheet", "--to", "in", "--encoding", encoding, cwd=tmp_path)
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


def test_the_row_of_the_header_can_be_named(run: Run, tmp_path: Path) -> None:
    written(tmp_path, b"AI tracker,2025\nupdated,3 May\nTitle,Date\nA plan,2025-07-26\n")
    arguments = ("import", "sheet.csv", "--as", "sheet", "--to", "in")
    assert "--header-row" in run(*arguments, cwd=tmp_path).stderr
    done = run(*arguments, "--header-row", "3", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "names of the columns: row 3" in done.stderr
    assert (tmp_path / "in" / "2025" / "plan-2025.yaml").is_file()
    assert run(*arguments, "--header-row", "9", cwd=tmp_path).returncode == 2


def test_the_report_names_the_sheet_that_is_read_and_the_others(run: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("2025", "Notes"):
        page = book.create_sheet(name)
        page.append(["Title", "Date"])
        page.append(["A plan", "2025-07-26"])
    book.save(tmp_path / "a.xlsx")
    arguments = ("import", "a.xlsx", "--as", "sheet", "--to", "in")
    assert "2025, Notes; name the one to read with --sheet" in run(*arguments, cwd=tmp_path).stderr
    done = run(*arguments, "--sheet", "2025", cwd=tmp_path)
    assert "sheet: 2025\nsheets that are not read: Sheet, Notes\n" in done.stderr


def test_a_line_may_name_the_separator(tmp_path: Path) -> None:
    assert read(written(tmp_path, b"sep=;\ntitle;note\na,b;c\n")) == (["title", "note"], [(3, ["a,b", "c"])], [])


def test_cells_of_a_workbook_have_types(tmp_path: Path) -> None:
    path = workbook(tmp_path, [], ["day", "sum", "title"], [datetime(2025, 7, 26), 1.5, "=1+1"], [], [None, True])
    columns, rows, findings = read(path)
    assert (columns, findings) == (["day", "sum", "title"], [])
    assert [(number, cells[:2]) for number, cells in rows] == [(3, [datetime(2025, 7, 26), 1.5]), (5, [None, True])]
    assert isinstance(rows[0][1][2], NoValue) and rows[0][1][2].found == "a formula"


def test_a_formula_in_a_text_file_is_a_formula(tmp_path: Path) -> None:
    _, rows, _ = read(written(tmp_path, b"title\n=HYPERLINK(1)\n"))
    assert isinstance(rows[0][1][0], NoValue)


@pytest.mark.parametrize(
    ("content", "finding", "count"),
    [
        ("a,b\n1,2,3\n4,5\n", "2:3: sheet, row 2: it has 3 cells, and the header 2", 1),
        ("a,b\n1\n", "2:2: sheet, row 2: it has 1 cells, and the header 2", 0),
        ("a,A\n1,2\n", "1:1: sheet, row 1: there are several columns 'a'", 1),
        ("a,,c\n1,2,3\n", "1:2: sheet, row 1: column 2 has no name", 1),
    ],
)
def test_what_is_wrong_has_its_place(tmp_path: Path, content: str, finding: str, count: int) -> None:
    _, rows, findings = read(written(tmp_path, content.encode()))
    assert finding in findings
    assert len(rows) == count


def test_a_sheet_of_several_has_to_be_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    active(book).append(["a"])
    book.create_sheet("Empty")
    book.create_sheet("Other").append(["b"])
    book.save(tmp_path / "sheet.xlsx")
    with pytest.raises(ImportFailedError, match="several sheets: Sheet, Other"):
        read(tmp_path / "sheet.xlsx")
    assert read(tmp_path / "sheet.xlsx", "Other")[0] == ["b"]
    with pytest.raises(ImportFailedError, match="no sheet 'Third'"):
        read(tmp_path / "sheet.xlsx", "Third")


def bomb() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as parts, parts.open("xl/big.xml", "w") as part:
        for _ in range(MAX_SHEET_BYTES // 1_000_000 + 1):
            part.write(b" " * 1_000_000)
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("sheet.csv", b"", "is empty"),
        ("sheet.csv", b"\n\n", "is empty"),
        ("sheet.csv", b"a,b\n1,\xff\n", "line 2, character 3: it is not UTF-8; use --encoding windows-1252 if"),
        ("sheet.csv", b'a,b\n"open\n', "line 2: it is not CSV"),
        ("sheet.csv", b"sep=ab\na\n", "is no separator"),
        ("sheet.csv", b"a\n" + b"1\n" * (MAX_SHEET_ROWS + 1), "too many rows"),
        ("sheet.csv", b"a\n" + b"x" * 12_000_000, "it is not CSV: field larger"),
        ("sheet.csv", b"a," * 600 + b"b\n1\n", "too many columns"),
        ("sheet.ods", b"a", "no sheet that can be read"),
        ("sheet.xlsx", b"a,b\n", "is no Excel workbook, whatever its name says"),
        ("sheet.xlsx", bomb(), "unpacks to more than"),
    ],
    ids=range(11),
)
def test_a_hostile_sheet_is_refused(tmp_path: Path, name: str, content: bytes, error: str) -> None:
    with pytest.raises(ImportFailedError, match=error):
        read(written(tmp_path, content, name))


@pytest.mark.slow
def test_a_workbook_of_100_000_rows_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for number in range(100_000):
        sheet.append([number])
    book.save(tmp_path / "sheet.xlsx")
    with pytest.raises(ImportFailedError, match="too many rows"):
        read(tmp_path / "sheet.xlsx")


def test_a_row_far_below_is_refused(tmp_path: Path) -> None:
    """The rows between are empty and not in the file."""
    book = openpyxl.Workbook()
    active(book)["A1"], active(book)["A1000000"] = "a", "b"
    book.save(tmp_path / "sheet.xlsx")
    with pytest.raises(ImportFailedError, match="too many rows"):
        read(tmp_path / "sheet.xlsx")
