"""What becomes of the cells of foreign data: each is looked for in the record that was made of its row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from ..importing.source_table import SourceTable
from ..text.inflection import counted

KEPT = "extensions"
"""The field with what no other field takes."""

_MOST_ROWS = 5
_NOTE = "note"


class Fate(NamedTuple):
    """What becomes of a cell: a field, or nothing, and why."""

    what: str
    why: str = ""


REFUSED = Fate("in a row that was refused")
_MISSING = Fate("not taken", "the record was there before, and does not have it")
_NOWHERE = Fate("dropped", "no field takes it")


class Landing(NamedTuple):
    """Where a cell is meant to be: in a field of the record with these ``values``, or nowhere if it has no field."""

    fate: Fate
    field: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()

    def found_in(self, record: Mapping[str, Any]) -> Fate:
        """What became of the cell, now that the record is as it is."""
        there: Any = record
        for step in self.field:
            there = there.get(step, {}) if isinstance(there, Mapping) else {}
        found = [*_leaves(there)]
        is_note = self.field == (_NOTE,)
        has_all = all(value in found or (is_note and any(value in each for each in found)) for value in self.values)
        return self.fate if has_all else _MISSING


class Losses:
    """Counts what becomes of the cells of each column. Empty cells are not counted."""

    def __init__(self, title: str, file: str, table: SourceTable) -> None:
        self._title, self._file, self._table = title, file, table
        self._fates: dict[int, dict[str, Fate]] = {}

    def settle(self, landings: Mapping[tuple[int, str], Sequence[Landing]], record: Mapping[str, Any]) -> None:
        """These cells, by their rows and columns, are where they are in the record."""
        for (row, column), each in landings.items():
            each = sorted(each, key=lambda one: one.field[:1] == (KEPT,))
            found = [*dict.fromkeys(one.found_in(record) for one in each)]
            whats, whys = dict.fromkeys(one.what for one in found), dict.fromkeys(one.why for one in found if one.why)
            self._fates.setdefault(row, {})[column] = Fate(", and ".join(whats), "; ".join(whys))

    def of(self, row: int, column: str) -> Fate:
        """What became of a cell that is not empty."""
        return self._fates[row].get(column, _NOWHERE) if row in self._fates else REFUSED

    def lines(self) -> Iterator[str]:
        """The report: how many rows there are and which were refused, and for each column what became of its cells."""
        rows = [number for number, _ in self._table.rows]
        refused = sorted({*self._table.refused, *(each for each in rows if each not in self._fates)})
        yield f"Import of {self._file} as {self._title}"
        yield f"rows: {len({*rows, *refused})}"
        for name, text in self._table.form.items():
            yield f"{name}: {text}"
        if self._table.header > 1:
            yield f"names of the columns: row {self._table.header}"
        if refused:
            yield f"refused: {counted(len(refused), 'row')}{_listed(refused)}"
        for column, fates in self._by_column().items():
            if not fates:
                yield f"column {column!r}: empty"
            for fate, numbers in sorted(fates.items()):
                text = f"{fate.what}: {fate.why}{_listed(numbers)}" if fate.why else fate.what
                yield f"column {column!r}: {counted(len(numbers), 'cell')} {text}"

    def _by_column(self) -> dict[str, dict[Fate, list[int]]]:
        found: dict[str, dict[Fate, list[int]]] = {each: defaultdict(list) for each in self._table.columns if each}
        for number, cells in self._table.rows:
            for column, cell in zip(self._table.columns, cells, strict=True):
                if column and cell is not None:
                    found[column][self.of(number, column)].append(number)
        return found


def _listed(rows: Sequence[int]) -> str:
    return f" (row {', '.join(map(str, rows[:_MOST_ROWS]))}{', ...' if len(rows) > _MOST_ROWS else ''})"


def _leaves(value: Any) -> Iterator[Any]:
    """The texts, numbers and names of fields in plain data."""
    if isinstance(value, Mapping):
        yield from value
        value = [*value.values()]
    if isinstance(value, list | tuple):
        for each in value:
            yield from _leaves(each)
    else:
        yield value
