"""A table as CSV, RFC 4180. Lines end with CR LF.

Every text is quoted, also in the header, so that programs can detect the dialect from the first rows.
Numbers, dates, TRUE and FALSE are not quoted, so that they are read with their type.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from .held_back import HeldBack
from .tables import Column, Value


class CsvTable:
    """One table, row by row.

    If a column has a fraction, every number in it has a decimal point, so that the first rows show the type of the
    column. So the rows of a table with numbers are held back until all are known. Nothing is lost, because numbers in
    records have at most 15 digits.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        self.header = _line(_quoted(column.name) for column in columns)
        self._numbers = [place for place, column in enumerate(columns) if column.type == "number"]
        self._fractions: set[int] = set()
        self._held_back = HeldBack() if self._numbers else None

    def add(self, rows: Iterable[Sequence[Value]]) -> str:
        """The lines of these rows; they may come later."""
        if self._held_back is None:
            return "".join([_line(_cells(row)) for row in rows])
        for row in rows:
            self._hold_back(row, self._held_back)
        return ""

    def end(self) -> Iterator[str]:
        """The lines that were held back."""
        for lines in self._held_back.batches() if self._held_back else ():
            yield "".join(_line(self._with_numbers(json.loads(line))) for line in lines)

    def close(self) -> None:
        """Remove the lines that were held back."""
        if self._held_back:
            self._held_back.close()

    def _hold_back(self, row: Sequence[Value], held_back: HeldBack) -> None:
        cells = _cells(row)
        self._fractions |= {place for place in self._numbers if isinstance(row[place], float)}
        held_back.add(json.dumps(cells) + "\n")

    def _with_numbers(self, cells: list[str]) -> list[str]:
        for place in self._fractions:
            cells[place] = str(float(cells[place])) if cells[place] else ""
        return cells


def _line(cells: Iterable[str]) -> str:
    return ",".join(cells) + "\r\n"


def _cells(row: Sequence[Value]) -> list[str]:
    return ["" if value is None else _WRITTEN[type(value)](value) for value in row]


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


_WRITTEN: dict[type, Callable[[Any], str]] = {
    str: _quoted,
    bool: lambda value: "TRUE" if value else "FALSE",
    int: str,
    float: str,
    date: str,
}
