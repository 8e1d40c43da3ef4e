"""The changes of an update as lines of text."""

from __future__ import annotations

from typing import Any

from ..text.shortening import shorten
from ..validation.quoting import inline
from .updating import Difference


def line_of(difference: Difference) -> str:
    """A change on one line: where it is in the file, what it is, and in which row of the export it was made."""
    change, place = difference.change, f"{difference.path}:{difference.at.line}:{difference.at.column}"
    match change.kind:
        case "changed":
            what = f"{_shown(change.old)} -> {_shown(change.new)}"
        case "added":
            what = f"added {_shown(change.new)}"
        case "removed":
            what = f"removed {_shown(change.old)}"
        case _:
            what = "another order"
    origin = difference.origin
    row = f" ({origin.path.rpartition('#')[2]}, row {origin.at.line})" if origin else ""
    return f"{place}: {difference.pointer}: {what}{row}"


def _shown(value: Any) -> str:
    return shorten(inline(value))
