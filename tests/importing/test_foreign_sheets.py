"""What other programs put into a sheet: dates that show less than they store, merged cells, errors, other formats."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from communique.adding.cell import FIELDS
from communique.importing.cells import CellError, NoValue
from communique.importing.limits import MAX_MERGED, MAX_PART
from communique.importing.notes import Notes
from communique.importing.reader import ImportFailedError
from communique.importing.sheet import sheet

DAY = datetime(2025, 7, 26)
NUMBER = 45864
"""How a spreadsheet that counts from 1900 stores that day."""


def cells(path: Path) -> list[list[Any]]:
    return [[*row] for _, row in sheet(path, Notes()).rows]


def shown(cell: Any) -> Any:
    """A cell as text, or what is found in the place of a value."""
    return cell.found if isinstance(cell, NoValue) else cell


def edited(folder: Path, rows: Sequence[Sequence[Any]], edit: Callable[[Any, Any], object] | None = None) -> Path:
    """A workbook with the rows, in which something is changed."""
    book = openpyxl.Workbook()
    page: Any = book.active
    for row in rows:
        page.append(row)
    if edit:
        edit(book, page)
    book.save(folder / "sheet.xlsx")
    return folder / "sheet.xlsx"


@pytest.mark.parametrize(
    ("number_format", "expected"),
    [
        ("yyyy-mm-dd", DAY),
        ("[$-F800]dddd, mmmm dd, yyyy", DAY),
        ('yyyy"年"m"月"d"日"', DAY),
        ("[Red]dd/mm/yyyy;@", DAY),
        ("mmm yyyy", "2025-07"),
        ('mmmm yyyy "(d)"', "2025-07"),
        ("yyyy", "2025"),
        ("d-mmm", "a date whose year the cell does not show"),
        ("h:mm AM/PM", "a date whose year the cell does not show"),
        ("General", NUMBER),
        ("0.00", NUMBER),
        ('"Day" 0', NUMBER),
    ],
)
def test_a_date_says_no_more_than_its_cell_shows(tmp_path: Path, number_format: str, expected: Any) -> None:
    def edit(_: Any, page: Any) -> None:
        page["B2"].number_format = number_format

    assert shown(cells(edited(tmp_path, [["title", "date"], ["A plan", NUMBER]], edit))[0][1]) == expected


@pytest.mark.parametrize("from_1904", [False, True])
def test_both_systems_of_days_are_read(tmp_path: Path, from_1904: bool) -> None:
    def edit(book: Any, _: Any) -> None:
        if from_1904:
            book.epoch = CALENDAR_MAC_1904

    rows: list[list[Any]] = [["title", "date"], ["A plan", DAY]]
    options = {"date_1904": from_1904, "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(str(tmp_path / "other.xlsx"), options) as book:
        page = book.add_worksheet()
        for place, row in enumerate(rows):
            page.write_row(place, 0, row)
    assert cells(edited(tmp_path, rows, edit)) == cells(tmp_path / "other.xlsx") == [["A plan", DAY]]


@pytest.mark.parametrize("number", [-5, 1, 59, 60])
def test_days_that_spreadsheets_count_in_different_ways_are_no_dates(tmp_path: Path, number: int) -> None:
    def edit(_: Any, page: Any) -> None:
        page["A2"].number_format = "yyyy-mm-dd"

    assert "before March 1900" in shown(cells(edited(tmp_path, [["date"], [number]], edit))[0][0])


@pytest.mark.parametrize("number", [NUMBER, NUMBER + 0.5, str(NUMBER), f"{NUMBER}.0", f"{NUMBER},5"])
def test_a_number_is_no_date_but_its_days_are_named(number: Any) -> None:
    with pytest.raises(CellError) as error:
        FIELDS["source"]["published"](number)
    assert "expected a date" in str(error.value)
    assert "2025-07-26" in error.value.help and "2029-07-27" in error.value.help


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (datetime(2025, 7, 26, 23, 30), "2025-07-26T23:30:00"),
        (datetime(2025, 7, 26, 23, 29, 59, 999_990), "2025-07-26T23:30:00"),
        (DAY, "2025-07-26"),
        (2025, "2025"),
        ("20250726", "2025-07-26"),
    ],
)
def test_a_time_of_day_is_not_lost(cell: Any, expected: str) -> None:
    assert FIELDS["source"]["published"](cell) == expected


def test_a_formula_is_not_computed_and_its_stored_result_not_taken(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "sheet.xlsx")) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ["title", "note", "more"])
        page.write_formula(1, 0, '="A plan"', None, "A plan")
        page.write_formula(1, 1, "=1/0", None, "#DIV/0!")
        page.write_dynamic_array_formula("C2:C2", "=UNIQUE(B1)", None, "stored")
    assert [*map(shown, cells(tmp_path / "sheet.xlsx")[0])] == ["a formula"] * 3


@pytest.mark.parametrize("text", ["#N/A", "#REF!", "#DIV/0!"])
def test_an_error_of_a_spreadsheet_is_none_of_its_texts(tmp_path: Path, text: str) -> None:
    (tmp_path / "sheet.csv").write_text(f"title,note\n{text},x\n", encoding="utf-8")
    assert shown(cells(tmp_path / "sheet.csv")[0][0]) == "an error of the spreadsheet"


def test_merged_cells_have_one_value(tmp_path: Path) -> None:
    def edit(_: Any, page: Any) -> None:
        page.merge_cells("B2:B3")
        page.merge_cells("A4:B4")

    rows = [["title", "type"], ["One", "pledge"], ["Two"], ["Three"], ["Four", "plan"]]
    merged = "a cell that is merged with another one"
    found = [[*map(shown, row)] for row in cells(edited(tmp_path, rows, edit))]
    assert found == [["One", "pledge"], ["Two", merged], ["Three", merged], ["Four", "plan"]]


def test_a_title_above_the_header_is_passed_over_and_a_merged_header_is_a_finding(tmp_path: Path) -> None:
    rows = [["My list"], ["title", "type"], ["One", "pledge"]]
    found = sheet(edited(tmp_path, rows, lambda _, page: page.merge_cells("A1:B1")), notes := Notes())
    assert (found.columns, notes.findings) == (["title", "type"], [])
    rows = [["title", "", "type"], ["One", "1", "pledge"]]
    sheet(edited(tmp_path, rows, lambda _, page: page.merge_cells("A1:B1")), notes)
    assert "column 2 has no name, but a cell that is merged" in notes.findings[0].message


def changed(path: Path, part: str, edit: Callable[[bytes], bytes]) -> Path:
    """The workbook with another content of one of its parts."""
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, edit(content) if name == part else content)
    return path


def test_spaces_behind_a_row_are_no_cells(tmp_path: Path) -> None:
    assert cells(edited(tmp_path, [["title", "note", " "], [" One ", "x", None, "\u00a0"]])) == [["One", "x"]]


def many_parts() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for number in range(20_000):
            file.writestr(f"xl/part{number}", b"")
    return content.getvalue()


def large_styles() -> bytes:
    content = io.BytesIO()
    openpyxl.Workbook().save(content)
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a second part with the name, which is the one that counts
        file.writestr("xl/styles.xml", b" " * (MAX_PART + 1))
    return content.getvalue()


def open_document() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("old.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old program, or protected by a password"),
        ("open.xlsx", open_document(), "a zip file, but no Excel workbook"),
        ("open.csv", open_document(), "a workbook, and no text"),
        ("parts.xlsx", many_parts(), "too many parts"),
        ("styles.xlsx", large_styles(), "a part that is too large: xl/styles.xml"),
        ("cut.xlsx", many_parts()[:2000], "it is cut off"),
    ],
)
def test_other_formats_are_named(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(ImportFailedError, match=message) as error:
        cells(tmp_path / name)
    assert "\n" not in str(error.value)


_ENTITIES = b'<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "' + b"&a;" * 50 + b'"><!ENTITY c "' + b"&b;" * 50 + b'">]>'
_ABROAD = b'<!DOCTYPE x [<!ENTITY c SYSTEM "file:///etc/passwd">]>'
_AREAS = b"".join(b'<mergeCell ref="A%d:B%d"/>' % (row, row) for row in range(9, 10 + MAX_MERGED))


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda text: _ENTITIES + text.replace(b">One<", b">&c;<"), "damaged, or no Excel workbook"),
        (lambda text: _ABROAD + text.replace(b">One<", b">&c;<"), "damaged, or no Excel workbook"),
        (lambda text: text.replace(b'"A2"', b'"ZZZZZ2"'), "damaged, or no Excel workbook"),
        (lambda text: text.replace(b'<row r="2"', b'<row r="1048576"'), "too many rows"),
        (lambda text: text.replace(b"</sheetData>", b"</sheetData><mergeCells>" + _AREAS), "merged areas"),
    ],
)
def test_hostile_parts_are_one_line(
    tmp_path: Path, edit: Callable[[bytes], bytes], message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("communique.importing.sheet.MAX_SHEET_ROWS", 100)
    path = changed(edited(tmp_path, [["title"], [1.5]]), "xl/worksheets/sheet1.xml", lambda text: text)
    with zipfile.ZipFile(path) as file:
        assert b'"A2"' in file.read("xl/worksheets/sheet1.xml")

    def inline(text: bytes) -> bytes:
        return edit(text.replace(b'<c r="A2" t="n"><v>1.5</v>', b'<c r="A2" t="inlineStr"><is><t>One</t></is>'))

    with pytest.raises(ImportFailedError, match=message) as error:
        cells(changed(path, "xl/worksheets/sheet1.xml", inline))
    assert "\n" not in str(error.value)


def test_the_size_that_a_sheet_says_it_has_is_not_believed(tmp_path: Path) -> None:
    def edit(text: bytes) -> bytes:
        return text.replace(b'<dimension ref="A1:A2"', b'<dimension ref="A1:XFD1048576"')

    path = changed(edited(tmp_path, [["title"], ["One"]]), "xl/worksheets/sheet1.xml", edit)
    assert cells(path) == [["One"]]


def test_a_time_that_the_cell_does_not_show_is_not_taken(tmp_path: Path) -> None:
    def form(_: Any, found: Any) -> None:
        found["A2"].number_format, found["B2"].number_format = "dd/mm/yyyy hh:mm", "dd/mm/yyyy"

    path = edited(tmp_path, [["Shown", "Hidden"], [datetime(2023, 10, 30, 14, 30)] * 2], form)
    ((seen, hidden),) = cells(path)
    read = FIELDS["announcement"]["dates"]
    assert (read(seen), read(hidden)) == ("2023-10-30T14:30:00", "2023-10-30")
