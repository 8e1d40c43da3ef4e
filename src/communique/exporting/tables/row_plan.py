"""The plan of a row: which cells each field of a thing fills, and which tables its parts go to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from ...corpus.history import Dating
from ...models import Commitment, EdtfDate, Evidence, Model
from .cells import Cells, Fill, fill_of
from .columns import DAYS, DUE_DAY, columns
from .field_layout import Field, Layout
from .keys import COMMITMENT, has_key, only_parent
from .plan import ROOTS, TEXTS, flat, list_table, object_table, plans


class Child(NamedTuple):
    """The table that the parts of a field go to. ``plan`` is None for texts and single values."""

    table: str
    field: str
    is_only_parent: bool
    plan: RowPlan | None


class RowPlan:
    """How things become the rows of one table.

    ``unset`` are the cells of a thing for which nothing is given; ``children`` is where the parts of fields go, in the
    order of the fields.
    """

    def __init__(self, table: str) -> None:
        self.table = table
        self.place = {column.name: at for at, column in enumerate(columns(table))}
        model = plans()[table].model
        assert model is not None
        self._model = model
        self.has_key = has_key(table)
        self._day = fill_of(DAYS[model], self.place) if model in DAYS else None
        self._due_day = fill_of(DUE_DAY, self.place) if model is Commitment else None
        self._fills = {each.name: fill for each in flat(model) if (fill := self._fill(each))}
        self.unset = self._without_values()

    @cached_property
    def children(self) -> tuple[Child, ...]:
        return tuple(_children(self.table, self._model))

    def fill(self, row: Cells, model: Model) -> None:
        """Fill the cells of the given fields of the model."""
        values, fills = model.__dict__, self._fills
        for name in model.__pydantic_fields_set__:
            if name in fills and (value := values[name]) is not None:
                fills[name](row, value)

    def fill_days(self, row: Cells, dating: Dating, key: str | None) -> None:
        """Fill the cells of the first day, whether other days contradict it, and the key of the date that gives it."""
        if dating.first and self._day:
            self._day(row, dating.first)
            row[self.place["day_competes"]] = dating.competes
            row[self.place["day_key"]] = key

    def fill_cited(self, row: Cells, evidence: Evidence) -> None:
        """Fill the cells of the passage that the evidence points to, and of its source."""
        if cited := evidence.cited:
            row[self.place["passage_key"]] = cited.key
            row[self.place["source_id"]] = cited.source

    def fill_commitment(self, row: Cells, id: str) -> None:
        """Fill the cell with the id of a commitment."""
        row[self.place[COMMITMENT]] = id

    def fill_due_day(self, row: Cells, day: EdtfDate | None) -> None:
        """Fill the cells of the due day of a commitment, if it is known."""
        if day and self._due_day:
            self._due_day(row, day)

    def _fill(self, each: Field) -> Fill | None:
        # The id of an assertion is in its key.
        is_in_key = each.name == "id" and self.table not in ROOTS
        return None if is_in_key else fill_of(each, self.place)

    def _without_values(self) -> Cells:
        """The cells of a thing with defaults alone."""
        row: Cells = [None] * len(self.place)
        for name, fill in self._fills.items():
            field = self._model.model_fields[name]
            if not field.is_required() and (default := field.get_default(call_default_factory=True)) is not None:
                fill(row, default)
        return row


@cache
def row_plan(table: str) -> RowPlan:
    """The plan of the rows of this table, which has things in it."""
    return RowPlan(table)


def _children(table: str, model: type[Model]) -> Iterator[Child]:
    for each in flat(model):
        match each.layout:
            case Layout.OBJECTS:
                name = object_table(table, each)
                yield Child(name, each.name, _has_one_parent(name), row_plan(name))
            case Layout.SCALARS:
                name = list_table(table, each)
                yield Child(name, each.name, _has_one_parent(name), None)
            case Layout.LOCALIZED:
                yield Child(TEXTS, each.name, _has_one_parent(TEXTS), None)


def _has_one_parent(table: str) -> bool:
    return only_parent(plans()[table]) is not None
