"""The plan of a row: which cells each field of a thing fills, and which tables its parts go to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from typing import NamedTuple

from ...models import EdtfDate
from .cells import Cells, Fill, fill_of
from .columns import DAYS, ROOTS, TEXTS, columns, flat, list_table, object_table, plans
from .field_layout import Field, Layout
from .table import Value


class Child(NamedTuple):
    """The table that the parts of a field go to. ``plan`` is None for texts and single values."""

    table: str
    field: str
    is_only_parent: bool
    plan: RowPlan | None


class RowPlan:
    """How things become the rows of one table.

    ``steps`` has for each field of the thing its name, what fills its cells, and where its parts go.
    """

    def __init__(self, table: str) -> None:
        self.table = table
        self.place = {column.name: at for at, column in enumerate(columns(table))}
        model = plans()[table].model
        assert model is not None
        self._model = model
        self._day = fill_of(DAYS[self._model], self.place) if self._model in DAYS else None

    @cached_property
    def steps(self) -> tuple[tuple[str, Fill | None, Child | None], ...]:
        found = ((each.name, self._fill(each), _child(self.table, each)) for each in flat(self._model))
        return tuple(step for step in found if step[1] or step[2])

    def row(self, *head: Value) -> Cells:
        """A new row that begins with these values."""
        return [*head, *[None] * (len(self.place) - len(head))]

    def fill_days(self, row: Cells, days: Sequence[EdtfDate]) -> None:
        """Fill the cells of the first given day, and whether there are other days."""
        if days and self._day:
            self._day(row, days[0])
            row[self.place["day_competes"]] = len(days) > 1

    def _fill(self, each: Field) -> Fill | None:
        # The id of an assertion is in its key.
        return None if each.name == "id" and self.table not in ROOTS else fill_of(each, self.place)


@cache
def row_plan(table: str) -> RowPlan:
    """The plan of the rows of this table, which has things in it."""
    return RowPlan(table)


def _child(table: str, each: Field) -> Child | None:
    match each.layout:
        case Layout.OBJECTS:
            name = object_table(table, each)
            return Child(name, each.name, _has_one_parent(name), row_plan(name))
        case Layout.SCALARS:
            name = list_table(table, each)
            return Child(name, each.name, _has_one_parent(name), None)
        case Layout.LOCALIZED:
            return Child(TEXTS, each.name, _has_one_parent(TEXTS), None)
    return None


def _has_one_parent(table: str) -> bool:
    return len(plans()[table].parents) == 1
