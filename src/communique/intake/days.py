"""The dates of rows, each certain or kept as it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..adding.cell import FIELDS
from ..adding.remark import Remarks
from ..codelists import DateRole
from ..corpus.history.days import TO_COME
from ..importing.cells import CellError
from ..lazy import lazy_pattern
from ..lexicon.day_order import DayOrder, common_order, days_in, is_dotted, with_century
from ..lexicon.placeholders import UNKNOWN_DAY
from ..lexicon.time_zones import time_zone

if TYPE_CHECKING:
    from .row import Row

_ROLES = {"dates": str(DateRole.ANNOUNCED), **{str(role): str(role) for role in DateRole}}
_NO_DAY = "no certain date"
_SHORT = "the year has two digits; use --date-order DMY if the day comes first"
_ZONE = lazy_pattern(
    r"(?P<date>.*[0-9]{4}.*?) ?\((?P<zone>[A-Z]{2,5}(?:[+-][0-9:]{1,5})?|[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_]+)+)\)"
)
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
        self._dotted = {column for column, each in texts.items() if any(map(is_dotted, each))}

    def of(self, row: Row) -> list[dict[str, Any]] | None:
        """The certain dates of a row, that of the announcement first; other cells are kept.

        None if one can mean two days, which is noted.
        """
        found = []
        is_clear = True
        for role, column, cell in _cells(row):
            zone, plain = _zone_in(cell) if isinstance(cell, str) else ("", cell)
            if isinstance(plain, str) and (unclear := self._unclear(column, plain)):
                self._remarks.add(row.number, column, *unclear)
                is_clear = False
                continue
            value, why = self._value(column, plain)
            if value:
                row.take(column, "dates", value, what=f"dates, {role}")
                found.append({"role": role, "value": value, **self._beside(column, plain, zone)})
            else:
                row.keep(column, cell, f"{_NO_DAY}: {why}" if why else _NO_DAY)
        return [*self._unknown(found), *found] if is_clear else None

    def _unknown(self, found: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
        """The unknown day of the announcement, unless a date gives it."""
        roles = {str(each["role"]) for each in found}
        is_given = DateRole.ANNOUNCED in roles or (not self._has_own and bool(roles - TO_COME))
        return [] if is_given else [{"role": str(DateRole.ANNOUNCED), "value": UNKNOWN_DAY}]

    def _chosen(self, column: str) -> DayOrder | None:
        return self._order or self._orders.get(column)

    def _unclear(self, column: str, cell: str) -> tuple[str, str] | None:
        """Why a date of numbers cannot be read, and what to do; None if it can, or is none."""
        days = days_in(cell)
        if len({*days.values()}) > 1 and not self._chosen(column):
            return f"{cell!r} can mean {' or '.join(days.values())}", _WHICH
        if self._order and days and self._order not in days:
            return f"{cell!r} is no date in the order {self._order} of --date-order", "correct the cell, or the order"
        return None

    def _beside(self, column: str, cell: Any, zone: str) -> dict[str, str]:
        """What belongs to a date: its time zone, noted if it is no place, and what it is read from if that is open."""
        is_place = bool(zone) and time_zone(zone) is not None
        is_open = isinstance(cell, str) and len({*days_in(cell).values()}) > 1
        notes = [f"The row has {cell}, read in the order {self._chosen(column)}."] if is_open else []
        notes += [f"{zone}, in {column}."] if zone and not is_place else []
        found = {"time_zone": zone if is_place else "", "note": " ".join(notes)}
        return {name: text for name, text in found.items() if text}

    def _value(self, column: str, cell: Any) -> tuple[str, str]:
        """The date, and if it is empty, why, as far as that is known."""
        order = self._chosen(column)
        days = days_in(cell) if isinstance(cell, str) else {}
        if days and order:
            return days.get(order, ""), ""
        if isinstance(cell, str) and (whole := with_century(cell)):
            if column not in self._dotted and self._order != DayOrder.DAY_FIRST:
                return "", _SHORT
            cell = whole
        try:
            return str(FIELDS["announcement"]["dates"](cell)), ""
        except CellError as error:
            return "", error.help if error.help.startswith("there is no") else ""


def _zone_in(cell: str) -> tuple[str, str]:
    """The time zone in brackets behind a date, empty if there is none; and the date."""
    match = _ZONE.fullmatch(cell.strip())
    return (match["zone"], match["date"]) if match else ("", cell)


def _cells(row: Row) -> Iterator[tuple[str, str, Any]]:
    """The role, the column and the cell of each date."""
    for name, role in _ROLES.items():
        for column, cell in row.fields.get(name, ()):
            yield role, column, cell
