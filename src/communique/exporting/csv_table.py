"""A table as CSV, RFC 4180. Lines end with CR LF.

Every text is quoted and nothing else, also in the header, so that programs can detect the dialect from the first rows.
Numbers, dates, TRUE and FALSE are not quoted, so that they are read with their type.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from .held_back import HeldBack
from .tables import Cells, Column, ColumnType


def quoted(text: str) -> str:
    """The cell of a text."""
    return '"' + (text if '"' not in text else text.replace('"', '""')) + '"'


def boolean(value: bool) -> str:
    """The cell of a boolean."""
    return "TRUE" if value else "FALSE"


_CELLS: Mapping[ColumnType, Callable[[Any], str]] = {
    "string": quoted,
    "integer": str,
    "number": str,
    "boolean": boolean,
    "date": str,
}
"""What makes the cell of a value, by the type of its column."""


class CsvTable:
    """One table, some rows at a time.

    If a column has a fraction, every number in it has a decimal point, so that the first rows show the type of the
    column. So the rows of a table with numbers are held back until all are known. Nothing is lost, because numbers in
    records have at most 15 digits.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        self.header = _lines([[quoted(column.name) for column in columns]])
        self._cells_of = [_CELLS[column.type] for column in columns]
        self._numbers = [place for place, column in enumerate(columns) if column.type == "number"]
        self._fractions: set[int] = set()
        self._held_back = HeldBack() if self._numbers else None

    def add(self, rows: Iterable[Cells]) -> str:
        """The lines of these rows; they may come later."""
        cells = self._cells(rows)
        if self._held_back is None:
            return _lines(cells)
        for each in cells:
            self._fractions |= {place for place in self._numbers if not _is_whole(each[place])}
            self._held_back.add(json.dumps(each) + "\n")
        return ""

    def end(self) -> Iterator[str]:
        """The lines that were held back."""
        for lines in self._held_back.batches() if self._held_back else ():
            yield _lines(self._with_fractions(json.loads(line)) for line in lines)

    def close(self) -> None:
        """Remove the lines that were held back."""
        if self._held_back:
            self._held_back.close()

    def _cells(self, rows: Iterable[Cells]) -> Iterator[Sequence[str]]:
        """The rows as text, made column by column because that is faster."""
        columns = [*zip(*rows, strict=True)] or [()] * len(self._cells_of)
        made = [
            ["" if each is None else cell(each) for each in values]
            for cell, values in zip(self._cells_of, columns, strict=True)
        ]
        return zip(*made, strict=True)

    def _with_fractions(self, cells: list[str]) -> list[str]:
        for place in self._fractions:
            cells[place] = str(float(cells[place])) if cells[place] else ""
        return cells


def _lines(rows: Iterable[Sequence[str]]) -> str:
    return "".join([",".join(row) + "\r\n" for row in rows])


def _is_whole(number: str) -> bool:
    return not number or number.lstrip("-").isdigit()
