"""CSV for spreadsheets: read by pandas, and by LibreOffice, which knows nothing of ours."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest

import communique
from communique import Column, Corpus, ExportError, Table
from communique.exporting import Things, csv_excel_format, xlsx_sheet
from communique.exporting.records import HeldThings
from communique.exporting.views import tables_and_views
from support.written_corpus import with_subjects

FORMULAS = ['=HYPERLINK("http://x")', "+1+1", "-2+3", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM(A1)", "=a\tb"]
CONVERTED = [
    "007",
    "1.10",
    "1-2",
    "1/2",
    "1e5",
    "2025-07-26",
    "10:30",
    "50%",
    "$5",
    "(5)",
    ".5",
    "TRUE",
    "false",
    "MAR1",
]
CONVERTED += ["May 2025", "Sept. 2", "1 May 2025", "EUR 5", "5 €", "#REF!", "2025年7月26日", "12,5"]
PLAIN = ["China", "organización", "中国", "a; b, c", 'said "no"', "cn-plan-2025", "x" * 50 + "1", "🇨🇳", "NA"]


@pytest.fixture(scope="module")
def files(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("csv-excel") / "out"
    assert communique.export(corpus, "csv-excel", to) == sorted(f"csv-excel/{name}.csv" for name in tables_and_views())
    return to / "csv-excel"


def frame(content: bytes | Path) -> pandas.DataFrame:
    """The cells as texts, as a program reads them that leaves them as they are."""
    given = BytesIO(content) if isinstance(content, bytes) else content
    return pandas.read_csv(given, sep="\t", encoding="utf-16", dtype=str, keep_default_na=False)


def without_apostrophe(cell: str) -> str:
    return cell.removeprefix("'")


def in_one_line(text: str) -> str:
    return re.sub(r"[\t\n\r]+", " ", text)


def test_it_is_in_the_encoding_and_with_the_marks_that_excel_knows_everywhere(files: Path) -> None:
    content = (files / "dates.csv").read_bytes()
    assert content.startswith(b"\xff\xfe") and content.endswith("\r\n".encode("utf-16-le"))
    assert all(b"\xff\xfe" not in path.read_bytes()[2:] for path in files.iterdir())


def test_it_has_every_value_of_the_tables(corpus: Corpus, files: Path) -> None:
    for name, table in communique.tables(corpus).items():
        found = frame(files / f"{name}.csv")
        assert list(found.columns) == [column.name for column in table.columns]
        rows = [[without_apostrophe(cell) for cell in row] for row in found.to_numpy().tolist()]
        assert sorted(rows) == sorted([_text(value) for value in row.values()] for row in table), name


def _text(value: Any) -> str:
    if value is None:
        return ""
    return str(value).upper() if isinstance(value, bool) else in_one_line(str(value))


def subjects(folder: Path, texts: list[str]) -> list[str]:
    """The cells of these texts."""
    communique.export(communique.load(with_subjects(folder / "in", texts)), "csv-excel", folder / "out")
    return list(frame(folder / "out" / "csv-excel" / "quantities.csv")["subject"])


def test_what_a_spreadsheet_would_run_or_convert_has_an_apostrophe(tmp_path: Path) -> None:
    dangerous = [*FORMULAS, *CONVERTED, "'quoted"]
    cells = subjects(tmp_path, [*dangerous, *PLAIN])
    assert cells == [*(f"'{in_one_line(each)}" for each in dangerous), *PLAIN]


def rows_of(columns: list[Column], rows: list[list[Any]]) -> list[list[str]]:
    """The cells of these rows."""
    exporter = csv_excel_format.CsvExcel(_nothing())
    (written,) = exporter.write(Table("rows", "one row", tuple(columns)), rows)
    header = "\t".join(column.name for column in columns) + "\r\n"
    found: list[list[str]] = frame(b"\xff\xfe" + header.encode("utf-16-le") + written[1]).to_numpy().tolist()
    return found


def _nothing() -> Things:
    return HeldThings.of(communique.Corpus(()))


def test_spaces_and_line_breaks_hide_no_formula_and_end_no_row() -> None:
    texts = [" =1+1", "\t=1+1", "\r=1+1", "\n=1+1", "\u00a0=1+1", "a\n=b", "a\r\nb", "a\u2028b"]
    cells = rows_of([Column("text", "string", "A text.")], [[each] for each in texts])
    expected = ["' =1+1", "' =1+1", "' =1+1", "' =1+1", "'\u00a0=1+1", "a =b", "a b", "a b"]
    assert cells == [[each] for each in expected]


def test_numbers_and_days_on_which_programs_do_not_agree_are_texts() -> None:
    columns = [Column("number", "number", "A number."), Column("day", "date", "A day.")]
    rows: list[list[Any]] = [
        [12.5, date(1899, 12, 31)],
        [-3, date(1900, 3, 1)],
        [10**15, None],
        [None, date(9999, 12, 31)],
    ]
    expected = [["'12.5", "'1899-12-31"], ["-3", "1900-03-01"], ["'1000000000000000", ""], ["", "9999-12-31"]]
    assert rows_of(columns, rows) == expected


def test_a_text_that_is_longer_than_a_cell_is_cut() -> None:
    ((cell,),) = rows_of([Column("text", "string", "A text.")], [["x" * 40_000]])
    assert len(cell) == xlsx_sheet.LONGEST_TEXT and cell.endswith(xlsx_sheet.MARK)


def test_more_rows_than_a_sheet_holds_are_refused(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_sheet, "MOST_ROWS", 3)
    with pytest.raises(ExportError, match=r"has more than the 3 rows .* export csv or parquet"):
        communique.export(corpus, "csv-excel", tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("language", [1033, 1031], ids=["English", "German"])
def test_libreoffice_shows_what_the_tables_say(language: int, corpus: Corpus, files: Path, tmp_path: Path) -> None:
    naughty = with_subjects(tmp_path / "naughty", [*FORMULAS, *CONVERTED, *PLAIN, "'quoted"])
    for each, read in ((corpus, files), (communique.load(naughty), None)):
        to = tmp_path / f"out-{len(each.entries)}"
        if read is None:
            communique.export(each, "csv-excel", to)
            read = to / "csv-excel"
        sheets = tmp_path / f"sheets-{len(each.entries)}"
        _converted(read, sheets, language, tmp_path)
        for name, table in communique.tables(each).items():
            found = list(openpyxl.load_workbook(sheets / f"{name}.xlsx").worksheets[0].iter_rows())
            assert not [cell for row in found for cell in row if cell.data_type == "f"], name
            if table:
                cells = sorted(
                    [_shown(cell.value, column) for cell, column in _paired(row, table)] for row in found[1:]
                )
                assert cells == sorted([_expected(value) for value in row.values()] for row in table), name


def _converted(files: Path, to: Path, language: int, folder: Path) -> None:
    """Open the files in LibreOffice, which looks for numbers and dates in all cells, and save them as workbooks."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    tabs_in_utf_16 = f"CSV:9,34,65535,1,,{language},false,true"
    command = ["soffice", profile, "--headless", f"--infilter={tabs_in_utf_16}", "--convert-to", "xlsx"]
    paths = [str(path) for path in sorted(files.iterdir())]
    subprocess.run([*command, "--outdir", str(to), *paths], check=True, capture_output=True, timeout=300)


def _paired(row: Any, table: Table) -> Iterator[tuple[Any, Column]]:
    return zip(row, table.columns, strict=True)


def _shown(value: Any, column: Column) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, str):
        text = without_apostrophe(value)
        return str(float(text)) if column.type in ("integer", "number") else text
    return str(value).upper() if isinstance(value, bool) else str(float(value))


def _expected(value: Any) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(float(value)) if is_number else _text(value)
