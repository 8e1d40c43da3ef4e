"""The rows of one thing, as far as they can be made without the other things."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..corpus.corroboration import Corroboration
from ..models import Model
from .records import Things
from .tables import Cells, ReportedRows, Rows, Undated, fill_competing, fill_counts, fill_due_days


class ThingRows(NamedTuple):
    """The rows of a thing by the names of their tables, and those in which something is left to fill in.

    ``uncounted`` are the rows of each list of assertions, with the place of the list among those of the thing.
    ``undated`` are the rows of commitments whose due day depends on other things, and ``reports`` those of outcomes.
    """

    by_table: Mapping[str, Sequence[Cells]]
    uncounted: Sequence[tuple[int, Sequence[Cells]]]
    undated: Sequence[Undated]
    reports: Sequence[ReportedRows]

    @classmethod
    def of(cls, table: str, model: Model, lists: Mapping[int, int]) -> ThingRows:
        """The rows of a thing. ``lists`` has the place of each list of assertions, by its identity."""
        rows = Rows()
        rows.add(table, model)
        uncounted = [(lists[id(assertions)], own) for assertions, own in rows.uncounted]
        return cls(rows.by_table, uncounted, rows.undated, rows.reports)

    def fill(self, found: Sequence[Sequence[Corroboration]], records: Things) -> None:
        """Fill in what depends on other things. ``found`` has the corroboration for each list of assertions."""
        for place, rows in self.uncounted:
            fill_counts(rows, found[place])
        fill_due_days(self.undated, records.calendar)
        fill_competing(self.reports, records.disputed_outcomes)
