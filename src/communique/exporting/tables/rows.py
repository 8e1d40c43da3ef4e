"""Converts typed things to table rows.

Every table has one row per thing, and a key that other tables refer to. Rows of announcements, actors, instruments,
occasions, sources, datasets and registries have an ``id``; assertions have a ``key``, which is made from their local id
or from their content, never from their position in a list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from ...corpus.corroboration import Corroboration
from ...corpus.history import announcement_days, datings, showings
from ...files.checksum import sha256
from ...models import Announcement, Assertion, Model
from ...models.assertion import content
from ..records import Records
from ..thing import things
from .cells import Cells
from .columns import TEXTS, empty_tables
from .row_plan import Child, RowPlan, row_plan
from .table import Table

Corroborate = Callable[[tuple[Assertion, ...]], Sequence[Corroboration]]
"""Gives the corroboration of each assertion of a list."""


def build(records: Records) -> dict[str, Table]:
    """All tables by name, including empty ones, with rows for the things and everything in them."""
    rows = Rows()
    for thing in things(records):
        rows.add(thing.table, thing.model, thing.corroboration)
    return {name: table.filled(rows.by_table[name]) for name, table in empty_tables().items()}


class _Owner(NamedTuple):
    """The row that other rows belong to."""

    table: str
    key: str
    root: str


class Rows:
    """The rows of things, by the name of their table. A row has the order of the table's columns."""

    def __init__(self) -> None:
        self.by_table: dict[str, list[Cells]] = defaultdict(list)

    def add(self, table: str, model: Model, corroborate: Corroborate) -> None:
        """Add the row of a thing and of everything in it."""
        _Filler(self.by_table, corroborate).add_root(table, model)


class _Filler:
    """Converts one thing to rows."""

    def __init__(self, rows: dict[str, list[Cells]], corroborate: Corroborate) -> None:
        self._rows = rows
        self._corroborate = corroborate

    def add_root(self, table: str, model: Model) -> None:
        id: str = model.id  # type: ignore[attr-defined]
        plan = row_plan(table)
        row = plan.row()
        self._rows[table].append(row)
        self._fill(row, model, plan, _Owner(table, id, id))
        if isinstance(model, Announcement):
            plan.fill_days(row, announcement_days(model))
            self._add_days_of_measures(model)

    def _add_days_of_measures(self, announcement: Announcement) -> None:
        if not announcement.measures:
            return
        plan = row_plan("measures")
        rows = self._rows["measures"][-len(announcement.measures) :]
        for row, dating in zip(rows, datings(announcement), strict=True):
            plan.fill_days(row, dating.days)
            row[plan.place["day_basis"]] = dating.basis.value if dating.days else None

    def _fill(self, row: Cells, model: Model, plan: RowPlan, owner: _Owner) -> None:
        """Add the fields of the model to the row, and its children to other tables."""
        values = model.__dict__
        for name, fill, child in plan.steps:
            value = values[name]
            if value is None:
                continue
            if fill:
                fill(row, value)
            if child and value:
                self._add_children(child, value, owner)

    def _add_children(self, child: Child, value: Any, owner: _Owner) -> None:
        head: Cells = [owner.key] if child.is_only_parent else [owner.root, owner.table, owner.key]
        rows = self._rows[child.table]
        if child.table == TEXTS:
            rows += ([*head, child.field, language, text] for language, text in value.items())
        elif child.plan is None:
            rows += ([*head, position, str(each)] for position, each in enumerate(value, start=1))
        elif isinstance(value[0], Assertion):
            self._add_assertions(child.plan, value, head, owner)
        else:
            self._add_objects(child.plan, value, head, owner)

    def _add_objects(self, plan: RowPlan, models: tuple[Model, ...], head: Cells, owner: _Owner) -> None:
        rows = self._rows[plan.table]
        for position, model in enumerate(models, start=1):
            row = plan.row(*head, position)
            rows.append(row)
            self._fill(row, model, plan, _Owner(plan.table, f"{owner.key}/{position}", owner.root))

    def _add_assertions(self, plan: RowPlan, assertions: tuple[Assertion, ...], head: Cells, owner: _Owner) -> None:
        counts, rows = self._corroborate(assertions), self._rows[plan.table]
        for assertion, showing, count in zip(assertions, showings(assertions), counts, strict=True):
            key = _key(assertion, plan.table, owner)
            row = plan.row(key, *head)
            rows.append(row)
            self._fill(row, assertion, plan, _Owner(plan.table, key, owner.root))
            row[-4:] = *showing, len(count.supporting), len(count.contradicting)


def _key(assertion: Assertion, table: str, owner: _Owner) -> str:
    """The key of an assertion: its local id, otherwise a digest of its content."""
    if assertion.id:
        return f"{owner.root}/{assertion.id}"
    text = f"{table} {content(assertion)}".encode()
    return f"{owner.key}/{sha256(text)[:12]}"
