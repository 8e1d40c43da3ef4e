"""The rows of one thing as CSV, as far as they can be written without the other things."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from ..corpus.corroboration import Corroboration
from ..corpus.ledger import Days, OutcomePlace
from ..models import Assertion, Model
from .tables import ReportedRows, Rows, Undated, Writing, columns, fill_competing, fill_counts, fill_due_days, plans

Cells = list[str]


def _quoted(text: str) -> str:
    return '"' + (text if '"' not in text else text.replace('"', '""')) + '"'


CSV = Writing("", _quoted, str, lambda value: "TRUE" if value else "FALSE", str)
"""Every text is quoted, and nothing else."""


class CsvRows(NamedTuple):
    """The rows of a thing by the names of their tables: as ``lines``, or as ``cells`` if something is left to fill in.

    ``uncounted`` are the rows of each list of assertions, with the place of the list among those of the thing.
    ``undated`` are the rows of commitments whose due day depends on other things, and ``reports`` those of outcomes.
    """

    lines: Mapping[str, str]
    cells: Mapping[str, Sequence[Cells]]
    uncounted: Sequence[tuple[int, Sequence[Cells]]]
    undated: Sequence[Undated]
    reports: Sequence[ReportedRows]

    @classmethod
    def of(cls, table: str, model: Model, lists: Mapping[int, int]) -> CsvRows:
        """The rows of a thing. ``lists`` has the place of each list of assertions, by its identity."""
        rows = Rows(CSV)
        rows.add(table, model)
        lines, cells, open_tables = {}, {}, _open_tables()
        for name, each in rows.by_table.items():
            if name in open_tables:
                cells[name] = each
            else:
                lines[name] = csv_lines(each)
        return cls(
            lines,
            cells,
            [(lists[id(assertions)], own) for assertions, own in rows.uncounted],
            rows.undated,
            rows.reports,
        )

    def fill_counts(self, found: Sequence[Sequence[Corroboration]]) -> None:
        """Fill the numbers of sources of each assertion. ``found`` has the corroboration for each list."""
        for place, rows in self.uncounted:
            fill_counts(rows, found[place], CSV)

    def fill_due_days(self, calendar: Days) -> None:
        """Fill the due days that depend on other things."""
        fill_due_days(self.undated, calendar, CSV)

    def fill_competing(self, disputed: Collection[OutcomePlace]) -> None:
        """Fill which outcomes compete with those of other things."""
        fill_competing(self.reports, disputed, CSV)


def csv_lines(rows: Iterable[Cells]) -> str:
    """Lines of CSV with these cells."""
    return "".join([",".join(row) + "\r\n" for row in rows])


@cache
def _open_tables() -> frozenset[str]:
    """The tables whose rows cannot be written before all records are known.

    They have counts of sources, or a column in which all numbers get a decimal point if one of them has a fraction.
    """
    return frozenset(name for name, plan in plans().items() if _has_counts(plan.model) or _has_numbers(name))


def _has_counts(model: type[Model] | None) -> bool:
    return model is not None and issubclass(model, Assertion)


def _has_numbers(table: str) -> bool:
    return any(column.type == "number" for column in columns(table))
