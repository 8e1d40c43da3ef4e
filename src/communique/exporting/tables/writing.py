"""How the values of cells are written: as they are, for tables in Python; as text, for CSV."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple


class Writing(NamedTuple):
    """What becomes of each type of value, and of a cell without one."""

    empty: Any
    text: Callable[[str], Any]
    number: Callable[[float], Any]
    boolean: Callable[[bool], Any]
    date: Callable[[date], Any]


def _same(value: Any) -> Any:
    return value


TYPED = Writing(None, str, _same, _same, _same)
"""Values of plain types; None is no value."""
