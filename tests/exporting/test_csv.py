"""CSV as RFC 4180 and other programs take it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pytest

from communique.exporting.tables import Column, Table
from communique.exporting.views import tables_and_views
from support.exported_table import csv_text, table


def test_csv_is_rfc_4180_in_utf_8(folder: Path) -> None:
    for path in sorted((folder / "csv").glob("*.csv")):
        content = path.read_bytes()
        assert not content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n")
        rows = list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))
        assert {len(row) for row in rows} == {len(rows[0])}, path.name
        assert len(set(rows[0])) == len(rows[0])


def test_texts_are_quoted_and_nothing_else(folder: Path) -> None:
    columns = {table.name: table.columns for table in tables_and_views().values()}
    for path in sorted((folder / "csv").glob("*.csv")):
        header, *rows = raw_cells(path.read_bytes().decode("utf-8"))
        assert [cell.strip('"') for cell in header] == [column.name for column in columns[path.stem]]
        assert all(cell.startswith('"') for cell in header)
        for row in rows:
            for column, cell in zip(columns[path.stem], row, strict=True):
                assert not cell or cell.startswith('"') is (column.type == "string"), (path.name, column.name, cell)
                assert column.type != "boolean" or cell in ("TRUE", "FALSE", "")


def raw_cells(content: str) -> list[list[str]]:
    """The cells as they are written, quotes and all."""
    return [re.findall(r'(?:^|(?<=,))("(?:[^"]|"")*"|[^,"]*)(?=,|$)', line) for line in lines_of(content)]


def lines_of(content: str) -> list[str]:
    """The rows: lines that end outside quotes."""
    return re.findall(r'((?:"(?:[^"]|"")*"|[^"\r])*)\r\n', content)


@pytest.mark.parametrize("name", ["dates", "occasion_dates", "measures", "statements", "roles"])
def test_other_programs_read_booleans_as_booleans(folder: Path, name: str) -> None:
    assert str(table(folder, name).shown.dtype) == "bool"
    read = duckdb.read_csv(str(folder / "csv" / f"{name}.csv"))
    types = dict(zip(read.columns, map(str, read.types), strict=True))
    assert types["shown"] == types["competes"] == "BOOLEAN"


LATE = ["one, two", 'he said "no"', "first line\nsecond line", "a; b", "it's, 'so'", "#, not a comment"]


@pytest.mark.parametrize("late", LATE)
def test_the_first_comma_may_come_after_all_rows_that_a_sniffer_looks_at(late: str, tmp_path: Path) -> None:
    columns = (Column("key", "string", ""), Column("text", "string", ""), Column("count", "integer", ""))
    rows: list[dict[str, Any]] = [{"key": f"k{row}", "text": f"Point {row}", "count": row} for row in range(21_000)]
    rows.append({"key": "last", "text": late, "count": None})
    (tmp_path / "late.csv").write_bytes(csv_text(Table("late", "", columns, rows)).encode())
    read = duckdb.read_csv(str(tmp_path / "late.csv"))
    assert read.fetchall()[-1] == ("last", late, None)
    assert [str(each) for each in read.types] == ["VARCHAR", "VARCHAR", "BIGINT"]
    with (tmp_path / "late.csv").open(newline="", encoding="utf-8") as file:
        assert list(csv.reader(file, strict=True))[-1] == ["last", late, ""]


@pytest.mark.parametrize("late", [12.5, 1e-7, -0.5])
def test_the_first_fraction_may_come_late_too(late: float, tmp_path: Path) -> None:
    columns = (Column("key", "string", ""), Column("value", "number", ""))
    rows: list[dict[str, Any]] = [{"key": "many", "value": 10**14 + row} for row in range(21_000)]
    (tmp_path / "late.csv").write_bytes(
        csv_text(Table("late", "", columns, [*rows, {"key": "x", "value": late}])).encode()
    )
    read = [value for _, value in duckdb.read_csv(str(tmp_path / "late.csv")).fetchall()]
    assert read == [*(row["value"] for row in rows), late]
    assert csv_text(Table("whole", "", columns, rows[:1])).endswith('"many",100000000000000\r\n')


def test_a_text_that_looks_like_a_formula_is_exported_as_it_is(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [{"text": text} for text in ("=1+1", "@SUM(A1)", "-2+3", "+4")]
    written = csv_text(Table("texts", "", (Column("text", "string", ""),), rows))
    assert [row[0] for row in csv.reader(io.StringIO(written))][1:] == [row["text"] for row in rows]


def test_another_program_reads_numbers_dates_and_texts(folder: Path) -> None:
    quantities = table(folder, "quantities").set_index("subject")
    assert quantities.loc["products shown", "value"] == 3000
    assert quantities.loc["products shown", "comparator"] == "more_than"
    dates = table(folder, "dates")
    announced = dates[dates.shown & (dates.announcement_id == "cn-waico-proposal-2025")]
    assert list(pandas.to_datetime(announced.value_earliest).dt.day_name()) == ["Saturday"]
    assert "世界人工智能合作组织" in set(table(folder, "texts").text)
