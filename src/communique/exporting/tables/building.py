"""Builds all tables of a corpus."""

from __future__ import annotations

from ...corpus.corroboration import corroborate
from ...corpus.ledger import disputed_outcomes
from ...models import Announcement
from ..records import Records
from .catalogue import empty_tables
from .rows import Rows, fill_competing, fill_counts, fill_due_days
from .states import STATES, StatedByAll, stated
from .table import Table
from .writing import TYPED


def build(records: Records) -> dict[str, Table]:
    """All tables by name, including empty ones, with rows for the things and everything in them."""
    rows, found, announcements = Rows(TYPED), StatedByAll(), list[Announcement]()
    for table, models in records.roots.items():
        for model in models.values():
            rows.add(table, model)
            if isinstance(model, Announcement):
                announcements.append(model)
                found.add(stated(model))
    for assertions, uncounted in rows.uncounted:
        fill_counts(uncounted, corroborate(assertions, records.sources), TYPED)
    fill_due_days(rows.undated, records.calendar, TYPED)
    fill_competing(rows.reports, disputed_outcomes(announcements), TYPED)
    rows.by_table[STATES] = [*found.rows(TYPED)]
    return {name: table.filled(rows.by_table[name]) for name, table in empty_tables().items()}
