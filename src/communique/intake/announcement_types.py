"""The types of an announcement that a row names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..adding.cell import several
from ..codelists import AnnouncementType
from ..lexicon.code_words import code_called

if TYPE_CHECKING:
    from .row import Row


def types_of(row: Row) -> list[str]:
    """The codes of a row; if one of its names is none, the cell is kept. Without any, the type is another one."""
    found: dict[str, None] = {}
    for column, cell in row.fields.get("types", ()):
        codes = _codes(str(cell))
        if all(codes):
            found |= dict.fromkeys(codes)
            row.take(column, "types", *codes)
        else:
            row.keep(column, cell, "no code has this name")
    return [*found] or [str(AnnouncementType.OTHER)]


def _codes(cell: str) -> list[str]:
    """The code for each name in a cell, of which commas part those that are no name as a whole."""
    parts = several(cell)
    if "," in cell and not all(_code(each) for each in parts):
        parts = [name for part in parts for each in part.split(",") if (name := each.strip())]
    return [_code(each) for each in parts]


def _code(name: str) -> str:
    return str(code_called(name, AnnouncementType) or "")
