"""A workbook that somebody edited: what cannot be taken as it is has a finding with its sheet, row and column."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl

from communique import importing

Sheet = Any


def edited(export: Path, to: Path, edit: Callable[[Any], object]) -> tuple[importing.Imported, Path]:
    book = openpyxl.load_workbook(export / "corpus.xlsx")
    edit(book)
    book.save(to / "edited.xlsx")
    return importing.read(to / "edited.xlsx"), to / "edited.xlsx"


def column(sheet: Sheet, name: str) -> int:
    return [cell.value for cell in sheet[1]].index(name) + 1


def row(sheet: Sheet, number: int) -> dict[str, Any]:
    return dict(zip((cell.value for cell in sheet[1]), (cell.value for cell in sheet[number]), strict=True))


def test_usual_edits_are_read(export: Path, tmp_path: Path) -> None:
    """A spreadsheet makes a day or a year of a text that looks like one. A new row needs no key."""
    seen: list[dict[str, Any]] = []

    def edit(book: Any) -> None:
        sheet = book["dates"]
        seen.extend((row(sheet, 2), row(sheet, 3)))
        sheet.cell(2, column(sheet, "value"), datetime(2025, 7, 27))
        sheet.cell(3, column(sheet, "value"), 2025)
        new = {"announcement_id": seen[0]["announcement_id"], "role": "adopted", "value": "2025-08"}
        sheet.append([new.get(cell.value) for cell in sheet[1]])

    found, _ = edited(export, tmp_path, edit)
    assert not found.findings
    records = {each.id: each.data for each in found.records}
    expected = {each.id: each.data for each in importing.read(export, "csv").records}
    assert [each["value"] for each in expected[seen[0]["announcement_id"]]["dates"][:2]] == [
        each["value"] for each in seen
    ]
    dates = expected[seen[0]["announcement_id"]]["dates"]
    dates[0]["value"], dates[1]["value"] = "2025-07-27", "2025"
    dates.append({"role": "adopted", "value": "2025-08"})
    assert records == expected


def test_a_month_that_became_a_day_is_a_month_again(export: Path, tmp_path: Path) -> None:
    """Who types 2025-07 into a cell gets the first day of the month, shown as Jul-25; who types 26 Jul gets a year."""

    def edit(book: Any) -> None:
        sheet = book["dates"]
        for number, number_format in ((2, "mmm-yy"), (3, "d-mmm")):
            cell = sheet.cell(number, column(sheet, "value"), datetime(2025, 7, 1))
            cell.number_format = number_format

    found, _ = edited(export, tmp_path, edit)
    assert [each.message for each in found.findings] == [
        "dates, row 3, column value: found a date whose year the cell does not show, expected a text"
    ]
    assert any(each["value"] == "2025-07" for record in found.records for each in record.data.get("dates", ()))


CUT = "x [cut here: a cell of a spreadsheet holds no more]"
SPOILT = [
    ("dates", 2, "note", "=1+1", "found a formula, expected a text"),
    ("dates", 3, "note", "#N/A", "found an error of the spreadsheet, expected a text"),
    ("dates", 4, "note", CUT, "found a text that was cut by the export, expected a text"),
    ("actors", 2, "note", 7, "found 7, expected a text"),
    ("passages", 2, "start", "many", "found 'many', expected a whole number"),
    ("passages", 3, "start", 1.5, "found 1.5, expected a whole number"),
]


def test_a_cell_that_cannot_be_taken_has_a_finding(export: Path, tmp_path: Path) -> None:
    places: set[tuple[str, str, int, int]] = set()

    def edit(book: Any) -> None:
        for name, number, at, value, message in SPOILT:
            sheet = book[name]
            sheet.cell(number, column(sheet, at), value)
            places.add((f"{name}, row {number}, column {at}: {message}", name, number, column(sheet, at)))

    found, path = edited(export, tmp_path, edit)
    assert {(each.message, each.path, each.line, each.column) for each in found.findings} == {
        (message, f"{path}#{name}", number, at) for message, name, number, at in places
    }


def test_truth_values_that_libreoffice_saved(export: Path, tmp_path: Path) -> None:
    """It stores them as these two formulas, which are read in a column of truth values, and nowhere else."""

    def edit(book: Any) -> None:
        sheet = book["outcomes"]
        cells = [sheet.cell(number, column(sheet, "interim")) for number in range(2, sheet.max_row + 1)]
        assert {cell.value for cell in cells} == {True, False}
        for cell in cells:
            cell.value = f"={str(cell.value).upper()}()"

    def spoil(book: Any) -> None:
        edit(book)
        book["outcomes"].cell(2, column(book["outcomes"], "interim"), "=NOT(FALSE())")
        book["dates"].cell(2, column(book["dates"], "note"), "=TRUE()")

    found, _ = edited(export, tmp_path, edit)
    assert not found.findings
    assert [each.data for each in found.records] == [
        each.data for each in importing.read(export / "corpus.xlsx").records
    ]
    found, _ = edited(export, tmp_path, spoil)
    assert {each.message.partition(": ")[2] for each in found.findings} == {
        "found True, expected a text", "found a formula, expected TRUE or FALSE",
    }  # fmt: skip


def test_one_cause_in_many_rows_is_shown_a_few_times(export: Path, tmp_path: Path) -> None:
    rows: list[int] = []

    def edit(book: Any) -> None:
        sheet = book["passages"]
        rows.extend(range(2, sheet.max_row + 1))
        for number in rows:
            sheet.cell(number, column(sheet, "start"), "=1+1")
        sheet.cell(2, column(sheet, "end"), "many")

    found, path = edited(export, tmp_path, edit)
    starts = [each.message for each in found.findings if "column start" in each.message]
    assert starts[:5] == [
        f"passages, row {row}, column start: found a formula, expected a whole number" for row in rows[:5]
    ]
    assert starts[5:] == [f"passages, column start: {len(rows) - 5} more rows from here on with a finding of this kind"]
    assert len(found.findings) == 7
    assert found.findings[-1].line == rows[5] and found.findings[-1].path == f"{path}#passages"
