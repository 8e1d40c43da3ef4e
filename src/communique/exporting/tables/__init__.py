"""The tables of a corpus: rows with keys that join, for every exporter, pandas and polars."""

from .catalogue import empty_tables
from .cells import Cells
from .columns import columns
from .definitions import DEFINITIONS, defined_ids
from .plan import ROOTS, TEXTS, plans
from .rows import ReportedRows, Rows, Undated, fill_competing, fill_counts, fill_due_days
from .states import STATES, Stated, StatedByAll, stated
from .table import Column, ColumnType, Row, Table, Target, Value

__all__ = [
    "DEFINITIONS",
    "ROOTS",
    "STATES",
    "TEXTS",
    "Cells",
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
    "columns",
    "defined_ids",
    "empty_tables",
    "fill_competing",
    "fill_counts",
    "fill_due_days",
    "plans",
    "stated",
]
