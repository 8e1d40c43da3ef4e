"""The Excel workbook: read by openpyxl, pandas and LibreOffice, which know nothing of ours."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pandas
import pytest
from openpyxl.utils.escape import unescape
from openpyxl.workbook import Workbook

import communique
from communique import Column, Corpus, Table
from communique.exporting import ExportError, xlsx_sheet
from communique.exporting.views import VIEWS, tables_and_views
from communique.exporting.xlsx_sheet import FIRST_DAY, LONGEST_TEXT, Sheet
from support.written_corpus import with_subjects

NAUGHTY = [
    '=HYPERLINK("http://x")',
    "+1+1",
    "-2",
    "@SUM(A1)",
    "{=1+1}",
    "007",
    "1.10",
    "1e5",
    "NULL",
    "TRUE",
    "2025-07-26",
    "'quoted",
    "https://example.org/not-a-link",
    "mailto:a@example.org",
    "internal:About!A1",
    "<r>&</r>",
    "<r><t>markup</t></r>",
    "_x0041_",
    "a\tb",
    "organización",
    "中国",
]
INVISIBLE = ["  spaces  ", "🇨🇳", "bell\x07", "return\r\nline", "\x01", "escape\x1b[0m", "\ufffe\uffff"]


@pytest.fixture(scope="module")
def file(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("xlsx") / "out"
    assert communique.export(corpus, "xlsx", to) == ["corpus.xlsx"]
    return to / "corpus.xlsx"


@pytest.fixture(scope="module")
def book(file: Path) -> Iterator[Workbook]:
    with closing(openpyxl.load_workbook(file)) as found:
        yield found


@pytest.fixture(scope="module")
def filled(corpus: Corpus) -> dict[str, Table]:
    return {name: table for name, table in communique.tables(corpus).items() if len(table)}


def test_its_sheets_are_the_tables_with_rows_in_their_order(book: Workbook, filled: dict[str, Table]) -> None:
    views, tables = [name for name in VIEWS if name in filled], [name for name in filled if name not in VIEWS]
    assert views and book.sheetnames == ["About", *views, "Columns", *tables]
    assert len(filled) < len(tables_and_views())


def test_every_name_of_a_table_can_name_a_sheet() -> None:
    names = [name.lower() for name in tables_and_views()]
    assert max(map(len, names)) <= 31
    assert not {"about", "columns", "history"} & set(names)


def test_values_and_types_are_those_of_the_tables(book: Workbook, filled: dict[str, Table]) -> None:
    for name, table in filled.items():
        header, *rows = book[name].iter_rows(values_only=True)
        assert list(header) == [column.name for column in table.columns]
        assert _sorted(rows, table) == _sorted((row.values() for row in table), table), name


def _sorted(rows: Iterable[Iterable[Any]], table: Table) -> list[str]:
    """The rows in an order of their own. A spreadsheet does not know 1 from 1.0."""
    numbers = [column.type == "number" for column in table.columns]
    return sorted(
        repr(
            [
                float(each) if is_number and each is not None else _plain(each)
                for each, is_number in zip(row, numbers, strict=True)
            ]
        )
        for row in rows
    )


def _plain(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else unescape(value) if isinstance(value, str) else value


def test_no_cell_is_a_formula_and_only_addresses_are_links(book: Workbook) -> None:
    linked = set[str]()
    for sheet in book.worksheets[1:]:
        header = [cell.value for cell in sheet[1]]
        for row in sheet.iter_rows(min_row=2):
            assert "f" not in {cell.data_type for cell in row}
            linked |= {str(name) for name, cell in zip(header, row, strict=True) if cell.hyperlink}
    assert "url" in linked <= {"url", "archived_url"}


def test_an_address_is_a_link_to_itself(book: Workbook) -> None:
    header = [cell.value for cell in book["sources"][1]]
    cells = [row[header.index("url")] for row in book["sources"].iter_rows(min_row=2)]
    links = [(cell.value, cell.hyperlink) for cell in cells if cell.value]
    assert links
    for url, link in links:
        assert link is not None and f"{link.target}{'#' + link.location if link.location else ''}" == url


def test_each_sheet_has_a_bold_frozen_header_and_a_filter_on_all_rows(book: Workbook) -> None:
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "A2"
        assert all(cell.font.b for cell in sheet[1])
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(9 <= each.width <= 61 for each in sheet.column_dimensions.values())


def test_the_name_of_each_filter_is_that_of_its_sheet(file: Path) -> None:
    with ZipFile(file) as parts:
        content = parts.read("xl/workbook.xml").decode()
    sheets = re.findall(r'<sheet name="(\w+)"', content)
    filters = re.findall(r'FilterDatabase" localSheetId="(\d+)" hidden="1">(\w+)!', content)
    assert [name for _, name in sorted((int(at), name) for at, name in filters)] == sheets[1:]
    assert all(sheets[int(at)] == name for at, name in filters)


def test_the_first_sheet_says_what_the_others_are(book: Workbook, filled: dict[str, Table]) -> None:
    lines = [row[:4] for row in book["About"].iter_rows(values_only=True)]
    named = {str(row[0]): row[1:] for row in lines}
    dataset = filled["datasets"][0]
    assert (named["Version"][0], named["Licence"][0]) == (dataset["version"], dataset["licence"])
    for name, table in tables_and_views().items():
        rows = len(filled.get(name, ()))
        said = table.counts if rows else f"{table.counts} (there is none, and so no sheet)"
        assert named[name] == (said, rows, 0)
    dates = {column.name: column.description for column in tables_and_views()["dates"].columns}
    for column in ("shown", "competes", "sources_at_least", "sources_at_most"):
        assert named[column][0] == dates[column]


def test_the_first_sheet_links_to_the_others(book: Workbook, filled: dict[str, Table]) -> None:
    linked = {row[0].value: row[0].hyperlink for row in book["About"].iter_rows() if row[0].hyperlink}
    assert {name: link.location for name, link in linked.items()} == {name: f"'{name}'!A1" for name in filled}


def test_a_sheet_says_what_every_column_means(book: Workbook) -> None:
    rows = [row[:5] for row in book["Columns"].iter_rows(min_row=2, values_only=True)]
    assert rows == [
        (name, column.name, column.type, column.required, column.description)
        for name, table in tables_and_views().items()
        for column in table.columns
    ]


def test_pandas_reads_it(file: Path, filled: dict[str, Table]) -> None:
    frames = pandas.read_excel(file, sheet_name=None, keep_default_na=False, na_values=[""])
    assert {name: len(frame) for name, frame in frames.items() if name in filled} == {
        name: len(table) for name, table in filled.items()
    }
    dates = frames["dates"]
    assert str(dates["shown"].dtype) == "bool" and str(dates["value_earliest"].dtype).startswith("datetime64")


def test_two_exports_are_the_same_bytes(corpus: Corpus, file: Path, tmp_path: Path) -> None:
    communique.export(corpus, "xlsx", tmp_path / "again")
    assert (tmp_path / "again" / "corpus.xlsx").read_bytes() == file.read_bytes()


def exported(folder: Path, subjects: Iterable[str]) -> list[Any]:
    """The cells of quantities with these subjects, in their order."""
    communique.export(communique.load(with_subjects(folder / "in", subjects)), "xlsx", folder / "out")
    header, *rows = openpyxl.load_workbook(folder / "out" / "corpus.xlsx")["quantities"].iter_rows()
    at = [cell.value for cell in header].index("subject")
    return [row[at] for row in rows]


def test_naughty_texts_stay_texts_as_they_are(tmp_path: Path) -> None:
    cells = exported(tmp_path, NAUGHTY)
    assert [unescape(cell.value) for cell in cells] == NAUGHTY
    assert all(cell.data_type in ("s", "inlineStr") and not cell.hyperlink for cell in cells)


class Rows:
    """A workbook with one sheet of these rows, written without the rest of an export."""

    def __init__(self, folder: Path, columns: Sequence[Column]) -> None:
        import xlsxwriter

        self.path = folder / "rows.xlsx"
        self.book = xlsxwriter.Workbook(self.path, {"constant_memory": True, "default_date_format": "yyyy-mm-dd"})
        self.sheet = Sheet(self.book, Table("rows", "one row", tuple(columns)), self.book.add_format())

    def read(self) -> list[tuple[Any, ...]]:
        """The cells of each row."""
        self.sheet.finish()
        self.book.close()
        return list(openpyxl.load_workbook(self.path)["rows"].iter_rows(min_row=2))


TEXT = Column("text", "string", "A text.")
URL = Column("url", "string", "An address.")
NUMBER = Column("number", "number", "A number.")
DAY = Column("day", "date", "A day.")


def test_characters_that_xml_refuses_are_escaped_as_excel_does(tmp_path: Path) -> None:
    rows = Rows(tmp_path, [TEXT])
    rows.sheet.write([[each] for each in INVISIBLE])
    found = [row[0].value for row in rows.read()]
    assert found[2] == "bell_x0007_"
    assert [unescape(each) for each in found] == INVISIBLE


def test_a_text_that_is_too_long_is_cut_and_counted(tmp_path: Path) -> None:
    longest = "x" * LONGEST_TEXT
    flags = "🇨🇳" * (LONGEST_TEXT // 4 + 1)  # two units for each of two letters
    rows = Rows(tmp_path, [TEXT])
    rows.sheet.write([[longest], [longest + "x"], [flags]])
    kept, cut, cut_flags = (row[0].value for row in rows.read())
    assert rows.sheet.cut == 2
    assert kept == longest
    for each, whole in ((cut, longest), (cut_flags, flags)):
        assert len(each.encode("utf-16-le")) <= 2 * LONGEST_TEXT
        beginning, mark = each.split(" [cut here: ")
        assert whole.startswith(beginning) and mark == "a cell of a spreadsheet holds no more]"


def test_cut_texts_are_counted_on_the_first_sheet(corpus: Corpus, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(xlsx_sheet, "LONGEST_TEXT", 100)
    communique.export(corpus, "xlsx", tmp_path / "out")
    counted = {row[0]: row[3] for row in openpyxl.load_workbook(tmp_path / "out" / "corpus.xlsx")["About"].values}
    long = [row for row in communique.tables(corpus)["texts"] if len(str(row["text"])) > 100]
    assert counted["texts"] == len(long) > 0


def test_a_number_that_a_spreadsheet_would_change_is_a_text(tmp_path: Path) -> None:
    rows = Rows(tmp_path, [NUMBER])
    rows.sheet.write([[12.5], [-3], [0.1], [1e20], [1234567890123456789], [10**400], [0.1 + 0.2]])
    assert [row[0].value for row in rows.read()] == [
        *(12.5, -3, 0.1, 1e20),
        *("1234567890123456789", str(10**400), str(0.1 + 0.2)),
    ]


def test_a_day_on_which_programs_do_not_agree_is_a_text(tmp_path: Path) -> None:
    rows = Rows(tmp_path, [DAY])
    rows.sheet.write([[date(1899, 12, 31)], [date(1900, 2, 28)], [FIRST_DAY], [date(9999, 12, 31)]])
    cells = [row[0] for row in rows.read()]
    assert [_plain(cell.value) for cell in cells] == ["1899-12-31", "1900-02-28", FIRST_DAY, date(9999, 12, 31)]
    assert cells[2].number_format == "yyyy-mm-dd"


def test_an_address_beyond_the_limits_of_excel_is_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_sheet, "MOST_LINKS", 2)
    urls = ["https://a.example/" + "x" * 3000, "internal:About!A1", "https://a.example/#b", "http://b.example"]
    rows = Rows(tmp_path, [URL])
    rows.sheet.write([[each] for each in [*urls, "https://c.example"]])
    cells = [row[0] for row in rows.read()]
    assert [cell.value for cell in cells] == [*urls, "https://c.example"]
    assert [bool(cell.hyperlink) for cell in cells] == [False, False, True, True, False]


def test_more_rows_than_a_sheet_holds_are_refused(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_sheet, "MOST_ROWS", 100)
    with pytest.raises(ExportError, match=r"Columns has more than the 100 rows .* export csv or parquet"):
        communique.export(corpus, "xlsx", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_missing_library_is_named(corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(ExportError, match=r"pip install 'communique\[xlsx\]'"):
        communique.export(corpus, "xlsx", tmp_path / "out")


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_reads_it(file: Path, filled: dict[str, Table], tmp_path: Path) -> None:
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", every_sheet, "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    for name, table in filled.items():
        with (tmp_path / f"corpus-{name}.csv").open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines)
        assert header == [column.name for column in table.columns]
        found = sorted([_shown(each, column) for each, column in zip(row, table.columns, strict=True)] for row in rows)
        assert found == sorted([_text(each) for each in row.values()] for row in table), name


def _shown(cell: str, column: Column) -> str:
    return str(float(cell)) if cell and column.type in ("integer", "number") else cell


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    return str(float(value)) if isinstance(value, int | float) else str(value)
