"""Converts typed things to table rows.

Every table has one row per thing, and a key that other tables refer to. Rows of announcements, actors, instruments,
occasions, sources, datasets and registries have an ``id``; assertions have a ``key``, which is made from their local id
or from their content, never from their position in a list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from ...corpus.corroboration import Corroboration, corroborate
from ...corpus.history import announcement_days, datings, showings
from ...files.checksum import sha256
from ...models import Announcement, Assertion, Model
from ...models.assertion import content
from ..records import Records
from .cells import Cells
from .columns import TEXTS, empty_tables
from .row_plan import Child, RowPlan, row_plan
from .table import Table
from .writing import TYPED, Writing


class Uncounted(NamedTuple):
    """A list of assertions, and their rows, in which the last two cells depend on other records."""

    assertions: tuple[Assertion, ...]
    rows: list[Cells]


def fill_counts(rows: Iterable[Cells], found: Iterable[Corroboration], writing: Writing) -> None:
    """Fill the numbers of sources that support and that contradict each assertion."""
    for row, each in zip(rows, found, strict=True):
        row[-2:] = writing.number(len(each.supporting)), writing.number(len(each.contradicting))


class _Owner(NamedTuple):
    """The row that other rows belong to."""

    table: str
    key: str
    root: str


class Rows:
    """The rows of things, by the name of their table. A row has the order of the table's columns.

    ``uncounted`` are the lists of assertions for which `fill_counts` is left to do.
    """

    def __init__(self, writing: Writing) -> None:
        self.by_table: dict[str, list[Cells]] = defaultdict(list)
        self.uncounted: list[Uncounted] = []
        self._writing, self._text = writing, writing.text

    def add(self, table: str, model: Model) -> None:
        """Add the row of a thing and of everything in it."""
        id: str = model.id  # type: ignore[attr-defined]
        plan = row_plan(table, self._writing)
        row = plan.row()
        self.by_table[table].append(row)
        self._fill(row, model, plan, _Owner(table, id, id))
        if isinstance(model, Announcement):
            plan.fill_days(row, announcement_days(model))
            self._add_days_of_measures(model)

    def _add_days_of_measures(self, announcement: Announcement) -> None:
        if not announcement.measures:
            return
        plan = row_plan("measures", self._writing)
        rows = self.by_table["measures"][-len(announcement.measures) :]
        for row, dating in zip(rows, datings(announcement), strict=True):
            plan.fill_days(row, dating.days)
            if dating.days:
                row[plan.place["day_basis"]] = self._text(dating.basis)

    def _fill(self, row: Cells, model: Model, plan: RowPlan, owner: _Owner) -> None:
        """Add the given fields of the model to the row, and its children to other tables."""
        values, fills = model.__dict__, plan.fills
        for name in model.__pydantic_fields_set__:
            if (fill := fills.get(name)) and (value := values[name]) is not None:
                fill(row, value)
        for child in plan.children:
            if value := values[child.field]:
                self._add_children(child, value, owner)

    def _add_children(self, child: Child, value: Any, owner: _Owner) -> None:
        text, number = self._text, self._writing.number
        head = [text(owner.key)] if child.is_only_parent else [text(owner.root), text(owner.table), text(owner.key)]
        rows = self.by_table[child.table]
        if child.table == TEXTS:
            head.append(text(child.field))
            rows += [[*head, text(language), text(each)] for language, each in value.items()]
        elif child.plan is None:
            rows += [[*head, number(position), text(each)] for position, each in enumerate(value, start=1)]
        elif isinstance(value[0], Assertion):
            self._add_assertions(child.plan, value, head, owner)
        else:
            self._add_objects(child.plan, value, head, owner)

    def _add_objects(self, plan: RowPlan, models: tuple[Model, ...], head: Cells, owner: _Owner) -> None:
        rows = self.by_table[plan.table]
        for position, model in enumerate(models, start=1):
            row = plan.row(*head, self._writing.number(position))
            rows.append(row)
            self._fill(row, model, plan, _Owner(plan.table, f"{owner.key}/{position}", owner.root))

    def _add_assertions(self, plan: RowPlan, assertions: tuple[Assertion, ...], head: Cells, owner: _Owner) -> None:
        own: list[Cells] = []
        rows, boolean = self.by_table[plan.table], self._writing.boolean
        for assertion, showing in zip(assertions, showings(assertions), strict=True):
            key = _key(assertion, plan.table, owner)
            row = plan.row(self._text(key), *head)
            row[-4:-2] = boolean(showing.shown), boolean(showing.competes)
            rows.append(row)
            own.append(row)
            self._fill(row, assertion, plan, _Owner(plan.table, key, owner.root))
        self.uncounted.append(Uncounted(assertions, own))


def _key(assertion: Assertion, table: str, owner: _Owner) -> str:
    """The key of an assertion: its local id, otherwise a digest of its content."""
    if assertion.id:
        return f"{owner.root}/{assertion.id}"
    text = f"{table} {content(assertion)}".encode()
    return f"{owner.key}/{sha256(text)[:12]}"


def build(records: Records) -> dict[str, Table]:
    """All tables by name, including empty ones, with rows for the things and everything in them."""
    rows = Rows(TYPED)
    for table, models in records.roots.items():
        for model in models.values():
            rows.add(table, model)
    for assertions, uncounted in rows.uncounted:
        fill_counts(uncounted, corroborate(assertions, records.sources), TYPED)
    return {name: table.filled(rows.by_table[name]) for name, table in empty_tables().items()}
