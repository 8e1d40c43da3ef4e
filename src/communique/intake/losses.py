"""What becomes of the columns of foreign data: what is mapped, what is kept beside the record, what is dropped."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..text.inflection import counted

_MOST_ROWS = 5


class Fate(NamedTuple):
    """What becomes of a cell: a field, or nothing, and why."""

    what: str
    why: str = ""


class Losses:
    """Counts what becomes of the cells of each column. Empty cells are not counted."""

    def __init__(self, title: str, path: str, columns: Sequence[str]) -> None:
        self._title, self._path, self._columns = title, path, columns
        self._rows: dict[str, dict[Fate, list[int]]] = defaultdict(lambda: defaultdict(list))
        self.counts: Counter[str] = Counter()

    def note(self, column: str, row: int, what: str, why: str = "") -> None:
        """A cell of a column became this."""
        self._rows[column][Fate(what, why)].append(row)

    def lines(self) -> Iterator[str]:
        """The report: for each column, how many cells became what, and why."""
        yield f"Import of {self._path} as {self._title}"
        for name, count in self.counts.items():
            yield f"{name}: {count}"
        for column in self._columns:
            if column and column not in self._rows:
                yield f"column {column!r}: empty"
            for fate, rows in sorted(self._rows[column].items()):
                yield f"column {column!r}: {counted(len(rows), 'cell')} {_told(fate, rows)}"


def _told(fate: Fate, rows: Sequence[int]) -> str:
    if not fate.why:
        return fate.what
    shown = ", ".join(map(str, rows[:_MOST_ROWS])) + (", ..." if len(rows) > _MOST_ROWS else "")
    return f"{fate.what}: {fate.why} (row {shown})"
