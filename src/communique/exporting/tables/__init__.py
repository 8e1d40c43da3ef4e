"""A corpus as flat tables with keys that join, for every exporter, pandas and polars. They are built once."""

from weakref import WeakKeyDictionary

from ...corpus.corpus import Corpus
from .columns import ROOTS, TEXTS, empty_tables, plans
from .rows import Rows, build
from .table import Column, ColumnType, Row, Table, Value

__all__ = ["ROOTS", "TEXTS", "Column", "ColumnType", "Row", "Rows", "Table", "Value", "empty_tables", "plans", "tables"]

_BUILT: WeakKeyDictionary[Corpus, dict[str, Table]] = WeakKeyDictionary()


def tables(corpus: Corpus) -> dict[str, Table]:
    """All tables of the corpus by name, empty ones too. They are built when they are first asked for."""
    if corpus not in _BUILT:
        _BUILT[corpus] = build(corpus)
    return dict(_BUILT[corpus])
