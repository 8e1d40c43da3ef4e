"""The dates of rows, each certain or kept as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..adding.cell import FIELDS
from ..codelists import DateRole
from ..importing.cells import CellError

if TYPE_CHECKING:
    from .row import Row

_ROLES = {"dates": str(DateRole.ANNOUNCED), **{str(role): str(role) for role in DateRole}}
UNKNOWN_DAY = "20XX"
"""The date of a draft whose row has none that is certain."""

_NO_DAY = "no certain date"


def dates_of(row: Row) -> Iterator[dict[str, Any]]:
    """The certain dates of a row; other cells are kept."""
    for name, role in _ROLES.items():
        for column, cell in row.fields.get(name, ()):
            try:
                value = FIELDS["announcement"]["dates"](cell)
            except CellError:
                row.keep(column, cell, _NO_DAY)
                continue
            row.take(column, f"dates, {role}")
            yield {"role": role, "value": value}
