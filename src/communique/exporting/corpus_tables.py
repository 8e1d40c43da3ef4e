"""All tables and views of a corpus in memory. They are built once."""

from __future__ import annotations

from contextlib import closing
from itertools import chain
from weakref import WeakKeyDictionary

from ..corpus.corpus import Corpus
from ..corpus.corroboration import corroborate
from ..corpus.ledger import disputed_outcomes
from ..models import Announcement
from .records import Records
from .tables import (
    STATES,
    Rows,
    StatedByAll,
    Table,
    empty_tables,
    fill_competing,
    fill_counts,
    fill_due_days,
    stated,
)
from .view_database import ViewDatabase
from .views import VIEWS

_BATCH = 1000
_BUILT: WeakKeyDictionary[Corpus, dict[str, Table]] = WeakKeyDictionary()


def tables(corpus: Corpus) -> dict[str, Table]:
    """All tables of the corpus by name, empty ones too, and all views. They are built when they are first asked for."""
    if corpus not in _BUILT:
        _BUILT[corpus] = build(corpus)
    return dict(_BUILT[corpus])


def build(records: Records) -> dict[str, Table]:
    """All tables by name, including empty ones, with rows for the things and everything in them; and the views."""
    rows = _rows(records)
    found = {name: table.filled(rows.by_table[name]) for name, table in empty_tables().items()}
    with closing(ViewDatabase()) as database:
        for name, cells in rows.by_table.items():
            database.insert(name, cells)
        views = {name: view.filled(chain.from_iterable(database.rows(view, _BATCH))) for name, view in VIEWS.items()}
    return {**found, **views}


def _rows(records: Records) -> Rows:
    rows, found, announcements = Rows(), StatedByAll(), list[Announcement]()
    for table, models in records.roots.items():
        for model in models.values():
            rows.add(table, model)
            if isinstance(model, Announcement):
                announcements.append(model)
                found.add(stated(model))
    for assertions, uncounted in rows.uncounted:
        fill_counts(uncounted, corroborate(assertions, records.sources))
    fill_due_days(rows.undated, records.calendar)
    fill_competing(rows.reports, disputed_outcomes(announcements))
    rows.by_table[STATES] = [*found.rows()]
    return rows
