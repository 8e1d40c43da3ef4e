"""A corpus as flat tables with keys that join, for every exporter, pandas and polars. They are built once."""

from weakref import WeakKeyDictionary

from ...corpus.corpus import Corpus
from .building import build
from .catalogue import empty_tables
from .columns import columns
from .definitions import DEFINITIONS, defined_ids
from .plan import ROOTS, TEXTS, plans
from .rows import ReportedRows, Rows, Undated, fill_competing, fill_counts, fill_due_days
from .states import STATES, Stated, StatedByAll, stated
from .table import Column, ColumnType, Row, Table, Target, Value
from .writing import TYPED, Writing

__all__ = [
    "DEFINITIONS",
    "ROOTS",
    "STATES",
    "TEXTS",
    "TYPED",
    "Column",
    "ColumnType",
    "ReportedRows",
    "Row",
    "Rows",
    "Stated",
    "StatedByAll",
    "Table",
    "Target",
    "Undated",
    "Value",
    "Writing",
    "columns",
    "defined_ids",
    "empty_tables",
    "fill_competing",
    "fill_counts",
    "fill_due_days",
    "plans",
    "stated",
    "tables",
]

_BUILT: WeakKeyDictionary[Corpus, dict[str, Table]] = WeakKeyDictionary()


def tables(corpus: Corpus) -> dict[str, Table]:
    """All tables of the corpus by name, empty ones too. They are built when they are first asked for."""
    if corpus not in _BUILT:
        _BUILT[corpus] = build(corpus)
    return dict(_BUILT[corpus])
