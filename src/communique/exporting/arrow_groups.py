"""Rows that wait as Arrow, which is small, until there are enough of them to be written together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .tables import Cells, Table
from .tables.frames import arrow_rows

if TYPE_CHECKING:
    import pyarrow

BYTES_OF_A_GROUP = 2_000_000
"""The least size of a group in memory, but for the last one of a table."""

_MOST_PARTS = 16  # each part needs some memory beside that of its values


class ArrowGroups:
    """The waiting rows of each table."""

    def __init__(self) -> None:
        self._waiting: dict[str, list[pyarrow.Table]] = defaultdict(list)
        self._sizes: dict[str, int] = defaultdict(int)

    def add(self, table: Table, rows: Sequence[Cells]) -> pyarrow.Table | None:
        """Add rows; returns all that wait of the table, if they are a group."""
        import pyarrow

        waiting = self._waiting[table.name]
        waiting.append(arrow_rows(table, rows))
        self._sizes[table.name] += waiting[-1].nbytes
        if len(waiting) == _MOST_PARTS:
            waiting[:] = [pyarrow.concat_tables(waiting).combine_chunks()]
        return self.taken(table) if self._sizes[table.name] >= BYTES_OF_A_GROUP else None

    def taken(self, table: Table) -> pyarrow.Table | None:
        """All rows that wait of the table; None if there are none."""
        import pyarrow

        waiting = self._waiting.pop(table.name, [])
        self._sizes.pop(table.name, None)
        pyarrow.default_memory_pool().release_unused()
        return pyarrow.concat_tables(waiting) if waiting else None
