"""A table as a reader found it in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from ..text.lines import Position
from .origin import Origin


class SourceTable(NamedTuple):
    """The name of a table, its file, the names of its columns, and its rows, each with the number of its line.

    ``is_grid`` is true if a cell has a place of its own in the file, as in a spreadsheet. ``refused`` has the
    numbers of rows that cannot be read at all; ``header`` is the line with the names of the columns.
    ``behind`` has the columns that are no columns of the file, but the addresses behind the cells of another one, by
    their names and with the name of that one. ``form`` says what was chosen of the file, such as its sheet.
    """

    name: str
    path: str
    columns: Sequence[str]
    rows: Iterable[tuple[int, Sequence[Any]]]
    is_grid: bool = False
    refused: Sequence[int] = ()
    header: int = 1
    behind: Mapping[str, str] = MappingProxyType({})
    form: Mapping[str, str] = MappingProxyType({})

    @property
    def places(self) -> dict[str, tuple[int, str]]:
        """By the name of each column, its number in the file, and the name again."""
        numbers = {column: number for number, column in enumerate(self.columns, 1)}
        return {each: (numbers[self.behind.get(each, each)], each) for each in self.columns}

    def origin(self, line: int, place: int = 0) -> Origin:
        """The origin of the cell at a place in a line."""
        return Origin(self.path, Position(line, place + 1 if self.is_grid else 1))
