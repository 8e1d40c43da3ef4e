"""A table of an export, read by a program that is not ours."""

from __future__ import annotations

from pathlib import Path

import pandas

from communique.exporting.csv_table import CsvTable
from communique.exporting.tables import Table


def table(folder: Path, name: str) -> pandas.DataFrame:
    return pandas.read_csv(folder / "csv" / f"{name}.csv")


def csv_text(table: Table) -> str:
    """What the exporter writes of a table."""
    written = CsvTable(table.columns)
    text = written.header + written.add([[*row.values()] for row in table]) + "".join(written.end())
    written.close()
    return text
