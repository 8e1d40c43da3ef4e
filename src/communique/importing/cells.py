"""Reads a cell: from whatever a program stored in it to a value of the type of its column."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple, NoReturn

from ..errors import CommuniqueError
from ..lazy import lazy_pattern
from ..text.shortening import shorten
from .limits import MAX_CELL

_NUMBER = lazy_pattern(r"-?(0|[1-9][0-9]{0,30})(\.[0-9]+)?([eE][-+]?[0-9]{1,3})?")
_BOOLEANS = {"TRUE": True, "FALSE": False, "1": True, "0": False}
_MIDNIGHT = " 00:00:00"
_KINDS: dict[type[Any], str] = {bytes: "bytes", time: "a time of day", timedelta: "a duration"}


class CellError(CommuniqueError):
    """A cell has no value of the expected type. The message says what was found; ``help`` what to do."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.help = help


class NoValue(NamedTuple):
    """What a reader gives for a cell that must not be taken as it is, such as a formula, and what to do about it.

    ``text`` is what stands in the cell, if that is a text.
    """

    found: str
    help: str
    text: str = ""


TOO_LONG = NoValue(f"a text of more than {MAX_CELL:,} characters", "shorten it")


def short_enough(text: str) -> bool:
    """Whether a cell may have the text."""
    return len(text) <= MAX_CELL


def text(cell: Any) -> str:
    """A text. A day that a spreadsheet made of a text is that text again."""
    match cell:
        case str():
            return cell
        case datetime() | date():
            return str(cell).removesuffix(_MIDNIGHT)
    raise _unexpected(cell, "a text", "format the column as text, and type it again")


def edtf(cell: Any) -> str:
    """A date as EDTF, which may have become a number if it is a year."""
    return str(cell) if isinstance(cell, int) and not isinstance(cell, bool) else text(cell)


def integer(cell: Any) -> int:
    """A whole number."""
    found = _number(cell)
    if isinstance(found, int):
        return found
    raise _unexpected(cell, "a whole number")


def number(cell: Any) -> int | float:
    """A number; one without a fraction is an `int`."""
    found = _number(cell)
    if found is None:
        raise _unexpected(cell, "a number")
    return found


def _number(cell: Any) -> int | float | None:
    """The number in a cell, which may be written as a text; None if it is none."""
    if isinstance(cell, str) and _NUMBER.fullmatch(cell):
        cell = json.loads(cell)
    if isinstance(cell, bool) or not isinstance(cell, int | float) or not math.isfinite(cell):
        return None
    return int(cell) if cell == int(cell) and abs(cell) < 1e15 else cell


def boolean(cell: Any) -> bool:
    """A truth value, which some formats write as 0 and 1, and others as a text."""
    found = _BOOLEANS.get(str(cell).upper())
    if found is None:
        raise _unexpected(cell, "TRUE or FALSE")
    return found


def json_object(cell: Any) -> dict[str, Any]:
    """An object as JSON."""
    try:
        found = json.loads(text(cell), parse_constant=_refuse)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise _unexpected(cell, "an object as JSON")
    return found


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)  # JSON has no NaN and no infinity


READERS: dict[type[Any], Callable[[Any], Any]] = {bool: boolean, int: integer, float: number}
"""What reads a scalar of a type; every other one is a text."""


def _unexpected(cell: Any, expected: str, help: str = "") -> CellError:
    if isinstance(cell, NoValue):
        return CellError(f"found {cell.found}, expected {expected}", cell.help)
    found = _KINDS.get(type(cell)) or repr(cell)
    return CellError(f"found {shorten(found)}, expected {expected}", help)
