"""CSV: one file per table, UTF-8, RFC 4180.

Every text is quoted, also in the header, so that programs can detect the dialect from the first rows.
Numbers, dates, TRUE and FALSE are not quoted, so that they are read with their type.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..corpus.corpus import Corpus
from .format import Format
from .tables import Column, Table, Value, tables


def export(corpus: Corpus, *, embed: bool = False) -> Iterator[tuple[str, bytes]]:
    """The files of this format: name and content. CSV always keeps ids, which join the tables."""
    for table in tables(corpus).values():
        yield f"csv/{table.name}.csv", write(table).encode("utf-8")


def write(table: Table) -> str:
    """One table with its header; lines end with CR LF.

    If a column has a fraction, every number in it has a decimal point, so that the first rows show the type of the
    column. Nothing is lost, because numbers in records have at most 15 digits.
    """
    fractions = {
        column.name
        for column in table.columns
        if column.type == "number" and any(isinstance(row.get(column.name), float) for row in table.rows)
    }
    header = ",".join(_quoted(column.name) for column in table.columns)
    rows = (
        ",".join(_cell(column, row.get(column.name), column.name in fractions) for column in table.columns)
        for row in table.rows
    )
    return "".join(f"{line}\r\n" for line in (header, *rows))


def _cell(column: Column, value: Value, as_fraction: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if as_fraction and isinstance(value, int):
        return str(float(value))
    return _quoted(str(value)) if column.type == "string" else str(value)


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


FORMAT = Format("csv", export)
