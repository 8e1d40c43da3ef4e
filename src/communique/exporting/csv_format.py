"""CSV: one file per table, UTF-8, RFC 4180."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ..corpus import Corpus
from ..tables import Table, Value, build


def export(corpus: Corpus, *, embed: bool = False) -> Iterator[tuple[str, bytes]]:
    """The files of this format: name and content. CSV keeps references in any case: its tables are joined by them."""
    for table in build(corpus.roots):
        yield f"csv/{table.name}.csv", write(table).encode("utf-8")


def write(table: Table) -> str:
    """One table with its header, lines ended by CR LF."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    names = [column.name for column in table.columns]
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in table.rows)
    return buffer.getvalue()


def _cell(value: Value) -> Value:
    return str(value).lower() if isinstance(value, bool) else value
