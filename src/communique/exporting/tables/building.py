"""Builds all tables of a corpus."""

from __future__ import annotations

from ...corpus.corroboration import corroborate
from ...models import Announcement
from ..records import Records
from .catalogue import empty_tables
from .rows import Rows, fill_counts, fill_due_days
from .states import STATES, StatedByAll, stated
from .table import Table
from .writing import TYPED


def build(records: Records) -> dict[str, Table]:
    """All tables by name, including empty ones, with rows for the things and everything in them."""
    rows, found = Rows(TYPED), StatedByAll()
    for table, models in records.roots.items():
        for model in models.values():
            rows.add(table, model)
            if isinstance(model, Announcement):
                found.add(stated(model))
    for assertions, uncounted in rows.uncounted:
        fill_counts(uncounted, corroborate(assertions, records.sources), TYPED)
    fill_due_days(rows.undated, records.calendar, TYPED)
    rows.by_table[STATES] = [*found.rows(TYPED)]
    return {name: table.filled(rows.by_table[name]) for name, table in empty_tables().items()}
