"""A corpus as flat tables with keys that join, for every exporter, pandas and polars. They are built once."""

from weakref import WeakKeyDictionary

from ...corpus.corpus import Corpus
from .columns import ROOTS, TEXTS, columns, empty_tables, plans
from .rows import Rows, Undated, build, fill_counts, fill_due_days
from .table import Column, ColumnType, Row, Table, Value
from .writing import Writing

__all__ = [
    "ROOTS",
    "TEXTS",
    "Column",
    "ColumnType",
    "Row",
    "Rows",
    "Table",
    "Undated",
    "Value",
    "Writing",
    "columns",
    "empty_tables",
    "fill_counts",
    "fill_due_days",
    "plans",
    "tables",
]

_BUILT: WeakKeyDictionary[Corpus, dict[str, Table]] = WeakKeyDictionary()


def tables(corpus: Corpus) -> dict[str, Table]:
    """All tables of the corpus by name, empty ones too. They are built when they are first asked for."""
    if corpus not in _BUILT:
        _BUILT[corpus] = build(corpus)
    return dict(_BUILT[corpus])
