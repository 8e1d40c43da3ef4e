"""Typed things as flat tables that join: built once, for every exporter, pandas and polars."""

from .layout import ROOTS, TEXTS, Column, Table, Value, empty_tables, plans
from .rows import build

__all__ = ["ROOTS", "TEXTS", "Column", "Table", "Value", "build", "empty_tables", "plans"]
