"""The dates of rows, each certain or kept as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..adding.cell import FIELDS
from ..adding.remark import Remarks
from ..codelists import DateRole
from ..corpus.history.days import TO_COME
from ..importing.cells import CellError
from ..lexicon.day_order import DayOrder, common_order, days_in

if TYPE_CHECKING:
    from .row import Row

_ROLES = {"dates": str(DateRole.ANNOUNCED), **{str(role): str(role) for role in DateRole}}
UNKNOWN_DAY = "20XX"
"""The day of an announcement that no certain date of its row gives."""

_NO_DAY = "no certain date"
_WHICH = "no other cell of the column says which number is the day; use --date-order DMY or MDY"


class Days:
    """Reads the dates of rows. Where numbers leave open which one is the day, the ``order`` says it, or the column."""

    def __init__(self, rows: Iterable[Row], remarks: Remarks, order: str = "", *, has_own: bool = False) -> None:
        """With ``has_own``, a column has the days of the announcements themselves, so that no other date is one."""
        self._remarks, self._order = remarks, DayOrder(order) if order else None
        self._has_own = has_own
        texts: dict[str, list[str]] = {}
        for row in rows:
            for _, column, cell in _cells(row):
                if isinstance(cell, str):
                    texts.setdefault(column, []).append(cell)
        self._orders = {column: common_order(each) for column, each in texts.items()}

    def of(self, row: Row) -> list[dict[str, Any]] | None:
        """The certain dates of a row, that of the announcement first; other cells are kept.

        None if one can mean two days, which is noted.
        """
        found = []
        is_clear = True
        for role, column, cell in _cells(row):
            if isinstance(cell, str) and len(set(days_in(cell).values())) > 1 and not self._chosen(column):
                meant = " or ".join(days_in(cell).values())
                self._remarks.add(row.number, column, f"{cell!r} can mean {meant}", _WHICH)
                is_clear = False
            elif isinstance(cell, str) and self._contradicts(cell):
                message = f"{cell!r} is no date in the order {self._order} of --date-order"
                self._remarks.add(row.number, column, message, "correct the cell, or the order")
                is_clear = False
            elif value := self._value(column, cell):
                row.take(column, "dates", value, what=f"dates, {role}")
                found.append({"role": role, "value": value, **self._note(column, cell)})
            else:
                row.keep(column, cell, _NO_DAY)
        return [*self._unknown(found), *found] if is_clear else None

    def _unknown(self, found: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """The unknown day of the announcement, unless a date gives it."""
        roles = {str(each["role"]) for each in found}
        is_given = DateRole.ANNOUNCED in roles or (not self._has_own and bool(roles - TO_COME))
        return [] if is_given else [{"role": str(DateRole.ANNOUNCED), "value": UNKNOWN_DAY}]

    def _chosen(self, column: str) -> DayOrder | None:
        return self._order or self._orders.get(column)

    def _contradicts(self, cell: str) -> bool:
        """Whether the cell is a date in another order than the stated one."""
        days = days_in(cell)
        return bool(self._order and days) and self._order not in days

    def _note(self, column: str, cell: Any) -> dict[str, str]:
        """What is written of a date that is certain only by the order of its numbers."""
        is_open = isinstance(cell, str) and len({*days_in(cell).values()}) > 1
        return {"note": f"The row has {cell}, read in the order {self._chosen(column)}."} if is_open else {}

    def _value(self, column: str, cell: Any) -> str:
        order = self._chosen(column)
        days = days_in(cell) if isinstance(cell, str) else {}
        if days and order:
            return days.get(order, "")
        try:
            return str(FIELDS["announcement"]["dates"](cell))
        except CellError:
            return ""


def _cells(row: Row) -> Iterator[tuple[str, str, Any]]:
    """The role, the column and the cell of each date."""
    for name, role in _ROLES.items():
        for column, cell in row.fields.get(name, ()):
            yield role, column, cell
