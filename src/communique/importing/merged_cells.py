"""The merged cells of a sheet: only the first has the value, and nobody knows whether it holds for the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO, Any, NamedTuple

from ..lazy import lazy_pattern
from .cells import NoValue
from .limits import MAX_COLUMNS, MAX_MERGED
from .reader import ImportFailedError

MERGED = NoValue("a cell that is merged with another one", "unmerge it, and write the value into each cell")

_AREA = lazy_pattern(r"""<(?:\w+:)?mergeCell\s[^<>]*?\bref=["']([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})["']""")
_WHERE = lazy_pattern("([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")
_CHUNK, _LONGEST_TAG = 1_000_000, 300


class Area(NamedTuple):
    """The first and last row and column of merged cells, counted from 1."""

    top: int
    left: int
    bottom: int
    right: int


class MergedCells:
    """The merged areas of a sheet, looked up row by row, from the first on."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self._areas = sorted(areas, reverse=True)
        self._open: list[Area] = []

    def marked(self, row: int, cells: list[Any]) -> list[Any]:
        """The cells of the next row, with `MERGED` in those that have no value of their own."""
        while self._areas and self._areas[-1].top <= row:
            self._open.append(self._areas.pop())
        self._open = [each for each in self._open if each.bottom >= row]
        for area in self._open:
            first = area.left if area.top < row else area.left + 1
            cells += [None] * (min(area.right, MAX_COLUMNS) - len(cells))
            for place in range(first - 1, min(area.right, MAX_COLUMNS)):
                cells[place] = MERGED
        return cells


def merged_cells(file: IO[bytes], path: str) -> MergedCells:
    """The merged cells of a sheet, from its part of the workbook, which is searched and not parsed.

    Raises:
        ImportFailedError: there are too many.
    """
    areas = list[Area]()
    for left, top, right, bottom in _areas(file):
        if len(areas) == MAX_MERGED:
            raise ImportFailedError(f"{path} has more than {MAX_MERGED:,} merged areas; unmerge them")
        areas.append(Area(int(top), _number(left), int(bottom), _number(right)))
    return MergedCells(areas)


def _areas(file: IO[bytes]) -> Iterator[tuple[str, ...]]:
    rest = ""
    while more := file.read(_CHUNK):
        text, done = rest + more.decode("latin-1"), 0
        for match in _AREA.finditer(text):
            yield match.groups()
            done = match.end()
        rest = text[max(done, len(text) - _LONGEST_TAG) :]


def area_of(where: str) -> Area | None:
    """The area that a sheet calls so, such as B2 or B2:C3; None if there is none of that name.

    >>> area_of("B2:C3"), area_of("B2")
    (Area(top=2, left=2, bottom=3, right=3), Area(top=2, left=2, bottom=2, right=2))
    """
    if not (match := _WHERE.fullmatch(where)):
        return None
    left, top, right, bottom = match.groups()
    return Area(int(top), _number(left), int(bottom or top), _number(right or left))


def _number(letters: str) -> int:
    """The number of a column, by its letters."""
    found = 0
    for each in letters:
        found = found * 26 + ord(each) - ord("A") + 1
    return found
