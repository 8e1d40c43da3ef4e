"""The two sheets of a workbook that explain the others: `About`, and `Columns` with the meaning of every column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from .tables import Column, Table
from .views import VIEWS
from .xlsx_sheet import FIRST_DAY, LONGEST_TEXT, MOST_LINKS, Sheet, write_text

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

ABOUT, COLUMNS = "About", "Columns"
CHECKSUM = "Checksum"
"""The column with what identifies the rows of a sheet as they were exported."""

_WIDTH, _WRAPPED_AT, _LINE = 100, 90, 15  # in characters, and points; not every program makes a row as high as its text

_EXPLAINED = ("shown", "competes", "sources_at_least", "sources_at_most")
"""Columns of many tables, which a reader has to know."""

_FACTS = {
    "title": "Dataset",
    "description": "Description",
    "version": "Version",
    "licence": "Licence",
    "coverage_as_of": "As of",
    "coverage_note": "Coverage",
    "url": "Address",
}
"""What the record of the dataset says, by its column."""

_READING = {
    "Sheets": f"Each sheet is a table. The sheet {COLUMNS} says what each column means, and where its ids are found.",
    "Views": f"The next sheets ({', '.join(VIEWS)}) are views, for reading: they are made of the others, say nothing "
    "that these do not, and have names beside ids.",
    "Counting": "A join repeats rows. Drafts, and records that were withdrawn or superseded, are included; choose by "
    "`status` in the sheet `announcements`.",
    "Empty cells": "An empty cell is a value that is not given. It is neither no nor zero.",
    "Days": f"A day is a date of the spreadsheet. Days before {FIRST_DAY} are texts, because programs do not agree "
    "on them.",
    "Texts": f"A text of more than {LONGEST_TEXT:,} characters is cut, and ends with words that say so. They are "
    "counted below. The formats csv and parquet have them whole.",
    "Checksums": "A checksum identifies the rows of a sheet as they were exported. By it, `communique import --update` "
    "knows whether the records have changed since.",
    "Links": f"Addresses are links, at most {MOST_LINKS:,} in a sheet. The others are texts.",
}


class About:
    """The first sheet. It is made first and written last, when the rows are counted."""

    def __init__(self, book: Workbook, heading: Format) -> None:
        self._heading = heading
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._top = book.add_format({"bold": True, "valign": "top"})
        self._sheet = book.add_worksheet(ABOUT)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)  # as wide as a page
        self._sheet.set_column(0, 0, 24)
        self._sheet.set_column(1, 1, _WIDTH)
        self._sheet.set_column(2, 3, 12)
        self._sheet.set_column(4, 4, 20)
        self._row = 0

    def write(self, dataset: Mapping[str, Any], tables: Iterable[Table], sheets: Mapping[str, Sheet]) -> None:
        """Write what the dataset is, how to read the sheets, and what is in each."""
        named = list(tables)
        self._write_section("About this workbook", _facts(dataset))
        self._write_section("How to read it", [*_READING.items(), *_explained(named)])
        for at, name in enumerate(("Sheet", "A row is", "Rows", "Texts cut", CHECKSUM)):
            self._sheet.write_string(self._row, at, name, self._heading)
        for table in sorted(named, key=lambda table: table.name not in VIEWS):
            self._row += 1
            self._write_table(table, sheets.get(table.name))

    def _write_section(self, title: str, lines: Iterable[tuple[str, str]]) -> None:
        self._sheet.write_string(self._row, 0, title, self._heading)
        for name, text in lines:
            self._row += 1
            self._sheet.set_row(self._row, _LINE * (1 + len(text) // _WRAPPED_AT))
            self._sheet.write_string(self._row, 0, name, self._top)
            write_text(self._sheet, self._row, 1, text, self._wrapped)
        self._row += 2

    def _write_table(self, table: Table, sheet: Sheet | None) -> None:
        if sheet:
            self._sheet.write_url(self._row, 0, f"internal:'{table.name}'!A1", string=table.name)
        else:
            self._sheet.write_string(self._row, 0, table.name)
        left_out = "" if sheet else " (there is none, and so no sheet)"
        self._sheet.write_string(self._row, 1, table.counts + left_out)
        self._sheet.write_number(self._row, 2, sheet.rows if sheet else 0)
        self._sheet.write_number(self._row, 3, sheet.cut if sheet else 0)
        if sheet:
            self._sheet.write_string(self._row, 4, str(sheet.checksum))


def columns_table(tables: Iterable[Table]) -> Table:
    """The table with a row for every column of every table, empty ones too."""
    about = (
        Column("table", "string", "The table, and the sheet if it has rows."),
        Column("column", "string", "The column."),
        Column("type", "string", "The type of its values."),
        Column("always_given", "boolean", "Whether every row has a value."),
        Column("meaning", "string", "What a value means."),
        Column("codelist", "string", "The list of codes that has its values."),
        Column("found_in", "string", "The tables and columns in which its values are found."),
    )
    return Table(COLUMNS, "one column of one table", about).filled(
        [table.name, each.name, each.type, each.required, each.description, each.codelist or None, _found_in(each)]
        for table in tables
        for each in table.columns
    )


def _found_in(column: Column) -> str | None:
    return ", ".join(f"{target.table}.{target.column}" for target in column.targets) or None


def _facts(dataset: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What the dataset says of itself. Without a record of it nothing is known."""
    for column, name in _FACTS.items():
        if value := dataset.get(column):
            yield name, str(value)
        elif column in ("version", "licence"):
            yield name, "not given"


def _explained(tables: Iterable[Table]) -> Iterator[tuple[str, str]]:
    """Of each of the columns that a reader has to know, the meaning in the first table that has it."""
    meanings: dict[str, str] = {}
    for table in tables:
        for column in table.columns:
            meanings.setdefault(column.name, column.description)
    return ((name, meanings[name]) for name in _EXPLAINED)
