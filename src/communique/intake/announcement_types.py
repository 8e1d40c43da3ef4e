"""The types of an announcement that a row names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..adding.cell import several
from ..codelists import AnnouncementType
from ..lexicon.announcement_words import type_called
from ..lexicon.vocabulary import plain

if TYPE_CHECKING:
    from .row import Row

_NO_CODE = "no single code has this name"
_OTHER_WORDS = "the words are others than those of the code"


def types_of(row: Row) -> list[str]:
    """The codes of a row; cells that are not taken to the letter are kept too. Without any, the type is another one."""
    found: dict[str, None] = {}
    for column, cell in row.fields.get("types", ()):
        names = _names(str(cell))
        codes = {name: type_called(name) for name in names}
        taken = dict.fromkeys(str(code) for code in codes.values() if code)
        if taken:
            found |= taken
            row.take(column, "types", *taken)
        if not all(codes.values()):
            row.keep(column, cell, _NO_CODE)
        elif not all(code and _is_to_the_letter(name, code) for name, code in codes.items()):
            row.keep(column, cell, _OTHER_WORDS)
    return [*found] or [str(AnnouncementType.OTHER)]


def _names(cell: str) -> list[str]:
    """The names in a cell, of which commas part those that are no name as a whole."""
    return [
        name.strip()
        for part in several(cell)
        for name in ([part] if type_called(part) else part.split(","))
        if name.strip()
    ]


def _is_to_the_letter(name: str, code: AnnouncementType) -> bool:
    return plain(name) in (plain(code.value), plain(code.label))
