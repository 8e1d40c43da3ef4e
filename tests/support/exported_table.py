"""A table of an export, read by a program that is not ours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas

from communique.exporting.csv_rows import CSV
from communique.exporting.csv_table import CsvTable
from communique.exporting.tables import Table, Value


def table(folder: Path, name: str) -> pandas.DataFrame:
    return pandas.read_csv(folder / "csv" / f"{name}.csv")


def csv_text(table: Table) -> str:
    """What the exporter writes of a table."""
    written = CsvTable(table.columns)
    rows = [[cell(row[column.name]) for column in table.columns] for row in table]
    text = written.header + written.add(rows) + "".join(written.end())
    written.close()
    return text


def cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(CSV.boolean(value))
        case str():
            return str(CSV.text(value))
        case date():
            return str(CSV.date(value))
    return str(CSV.number(value))
