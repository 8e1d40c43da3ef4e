"""A table as CSV, RFC 4180. Lines end with CR LF.

Every text is quoted, also in the header, so that programs can detect the dialect from the first rows.
Numbers, dates, TRUE and FALSE are not quoted, so that they are read with their type.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from .csv_rows import CSV, csv_lines
from .held_back import HeldBack
from .tables import Column
from .thing_rows import Cells


class CsvTable:
    """One table, row by row.

    If a column has a fraction, every number in it has a decimal point, so that the first rows show the type of the
    column. So the rows of a table with numbers are held back until all are known. Nothing is lost, because numbers in
    records have at most 15 digits.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        self.header = csv_lines([[CSV.text(column.name) for column in columns]])
        self._numbers = [place for place, column in enumerate(columns) if column.type == "number"]
        self._fractions: set[int] = set()
        self._held_back = HeldBack() if self._numbers else None

    def add(self, rows: Iterable[Cells]) -> str:
        """The lines of these rows; they may come later."""
        if self._held_back is None:
            return csv_lines(rows)
        for cells in rows:
            self._fractions |= {place for place in self._numbers if not _is_whole(cells[place])}
            self._held_back.add(json.dumps(cells) + "\n")
        return ""

    def end(self) -> Iterator[str]:
        """The lines that were held back."""
        for lines in self._held_back.batches() if self._held_back else ():
            yield csv_lines(self._with_fractions(json.loads(line)) for line in lines)

    def close(self) -> None:
        """Remove the lines that were held back."""
        if self._held_back:
            self._held_back.close()

    def _with_fractions(self, cells: Cells) -> Cells:
        for place in self._fractions:
            cells[place] = str(float(cells[place])) if cells[place] else ""
        return cells


def _is_whole(number: str) -> bool:
    return not number or number.lstrip("-").isdigit()
