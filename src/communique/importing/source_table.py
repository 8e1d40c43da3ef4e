"""A table as a reader found it in a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from ..text.lines import Position
from .origin import Origin


class SourceTable(NamedTuple):
    """The name of a table, its file, the names of its columns, and its rows, each with the number of its line.

    ``is_grid`` is true if a cell has a place of its own in the file, as in a spreadsheet. ``refused`` has the
    numbers of rows that cannot be read at all; ``header`` is the line with the names of the columns.
    """

    name: str
    path: str
    columns: Sequence[str]
    rows: Iterable[tuple[int, Sequence[Any]]]
    is_grid: bool = False
    refused: Sequence[int] = ()
    header: int = 1

    def origin(self, line: int, place: int = 0) -> Origin:
        """The origin of the cell at a place in a line."""
        return Origin(self.path, Position(line, place + 1 if self.is_grid else 1))
